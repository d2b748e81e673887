// Operations on metrics, insights, recommendations, jobs.
extension SESHandlers {
    func registerInsights(on router: inout SESRouter) {}
}
