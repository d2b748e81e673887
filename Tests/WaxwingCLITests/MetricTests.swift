import Testing

@testable import WaxwingCLI

@Suite struct MetricTests {
    @Test func writesCountersGaugesAndHistograms() {
        let registry = MetricRegistry()
        registry.counters("sent", "Mail \\ sent.\nAll of it.", by: ["to"]).at(["a\"b\\c\nd"]).add(3)
        registry.gauge("queue", "Waiting.").set(-2)
        let histogram = registry.histogram(
            "took_seconds", "Time.", .init(bounds: [0.5, 1], unitsInOne: 1000))
        histogram.record(0.25)
        histogram.record(0.5)
        histogram.record(.milliseconds(700))
        histogram.record(9)
        #expect(
            MetricText.written(registry.families, as: .prometheus) == #"""
                # HELP sent_total Mail \\ sent.\nAll of it.
                # TYPE sent_total counter
                sent_total{to="a\"b\\c\nd"} 3
                # HELP queue Waiting.
                # TYPE queue gauge
                queue -2
                # HELP took_seconds Time.
                # TYPE took_seconds histogram
                took_seconds_bucket{le="0.5"} 2
                took_seconds_bucket{le="1.0"} 3
                took_seconds_bucket{le="+Inf"} 4
                took_seconds_sum 10.45
                took_seconds_count 4

                """#)
        let open = MetricText.written(registry.families, as: .openMetrics)
        #expect(open.contains("# TYPE sent counter\nsent_total{"))
        #expect(open.hasSuffix("took_seconds_count 4\n# EOF\n"))
    }

    @Test func chooseTheFormatByAccept() {
        #expect(MetricText.Format(accept: nil) == .prometheus)
        #expect(MetricText.Format(accept: "text/plain;version=0.0.4") == .prometheus)
        #expect(
            MetricText.Format(accept: "application/openmetrics-text;version=1.0.0,text/plain;q=0.5")
                == .openMetrics)
    }

    @Test func combinationsOfLabelsHaveABound() {
        let set = MetricSet(["name"]) { MetricCounter() }
        for index in 0..<5000 { set.at(["\(index)"]).add() }
        let samples = set.samples { $0.samples }
        #expect(samples.count == MetricSet<MetricCounter>.limit + 1)
        #expect(samples.reduce(0) { $0 + $1.value } == 5000)
        #expect(samples.contains { $0.labels[0].value == "other" && $0.value == 3000 })
    }

    @Test func everyNameIsGivenOnce() {
        let names = ServiceMetrics().registry.families.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.hasPrefix("waxwing_") || $0.hasPrefix("process_") })
    }
}
