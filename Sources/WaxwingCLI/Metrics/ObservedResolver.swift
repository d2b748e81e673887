import DNS

/// Look-ups that are counted.
struct ObservedResolver: Resolver {
    let base: any Resolver
    let metrics: ServiceMetrics

    func lookUp(_ name: DNSName, _ type: DNSRecordType) async -> DNSAnswer {
        let start = ContinuousClock.now
        let answer = await base.lookUp(name, type)
        metrics.lookUpDuration.record(start.duration(to: .now))
        metrics.lookUps.at(["\(type)", answer.outcome.word]).add()
        return answer
    }
}

extension ResolverAnswer.Outcome {
    fileprivate var word: String {
        switch self {
        case .records: "records"
        case .noData: "no_data"
        case .nameNotFound: "name_not_found"
        case .temporaryFailure: "failure"
        }
    }
}
