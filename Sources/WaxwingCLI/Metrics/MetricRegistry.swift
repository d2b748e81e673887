import Synchronization

/// All that is counted and measured, in the order in which it is shown.
///
/// Instruments are taken once and kept; using one is an atomic addition, cheap enough for every
/// message and every request.
final class MetricRegistry: Sendable {
    /// What one metric shows at this moment.
    struct Family: Equatable, Sendable {
        /// Without `_total`, which belongs to the samples of counters.
        let name: String
        let help: String
        let kind: Kind
        let samples: [Sample]
    }

    enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    struct Sample: Equatable, Sendable {
        /// `_bucket`, `_sum`, `_count`; `_total` is the writer's to add.
        var suffix = ""
        var labels: [Label] = []
        var value: Double
    }

    struct Label: Equatable, Hashable, Sendable {
        let name: String
        let value: String
    }

    private let readers = Mutex<[@Sendable () -> Family]>([])

    /// Every metric as it stands.
    var families: [Family] { readers.withLock { $0 }.map { $0() } }

    func add(_ read: @escaping @Sendable () -> Family) { readers.withLock { $0.append(read) } }

    // MARK: Making instruments

    func counter(_ name: String, _ help: String) -> MetricCounter {
        counters(name, help, by: []).at([])
    }

    func counters(_ name: String, _ help: String, by labels: [String]) -> MetricSet<MetricCounter> {
        let set = MetricSet(labels) { MetricCounter() }
        add {
            Family(name: name, help: help, kind: .counter, samples: set.samples { $0.samples })
        }
        return set
    }

    func gauge(_ name: String, _ help: String) -> MetricGauge {
        let gauge = MetricGauge()
        self.gauge(name, help) { Double(gauge.value) }
        return gauge
    }

    /// A gauge that is asked when somebody looks.
    func gauge(_ name: String, _ help: String, _ read: @escaping @Sendable () -> Double) {
        add { Family(name: name, help: help, kind: .gauge, samples: [Sample(value: read())]) }
    }

    func histogram(
        _ name: String, _ help: String, _ scale: MetricHistogram.Scale
    ) -> MetricHistogram {
        histograms(name, help, scale, by: []).at([])
    }

    func histograms(
        _ name: String, _ help: String, _ scale: MetricHistogram.Scale, by labels: [String]
    ) -> MetricSet<MetricHistogram> {
        let set = MetricSet(labels) { MetricHistogram(scale) }
        add {
            Family(name: name, help: help, kind: .histogram, samples: set.samples { $0.samples })
        }
        return set
    }
}

/// One instrument for each combination of label values; of combinations there are no more than the
/// limit, whatever strangers send: the rest is counted together, as `other`.
final class MetricSet<Instrument: AnyObject & Sendable>: Sendable {
    static var limit: Int { 2000 }

    private let labels: [String]
    private let make: @Sendable () -> Instrument
    private let instruments = Mutex<[[String]: Instrument]>([:])

    init(_ labels: [String], _ make: @escaping @Sendable () -> Instrument) {
        self.labels = labels
        self.make = make
    }

    /// The instrument for these values, one for each label.
    func at(_ values: [String]) -> Instrument {
        instruments.withLock { instruments in
            if let found = instruments[values] { return found }
            let key =
                instruments.count < Self.limit
                ? values : Array(repeating: "other", count: labels.count)
            if let found = instruments[key] { return found }
            let made = make()
            instruments[key] = made
            return made
        }
    }

    func samples(
        _ read: (Instrument) -> [MetricRegistry.Sample]
    ) -> [MetricRegistry.Sample] {
        let all = instruments.withLock { $0 }
        return all.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap {
            values, instrument in
            let own = zip(labels, values).map { MetricRegistry.Label(name: $0, value: $1) }
            return read(instrument).map { sample in
                var sample = sample
                sample.labels = own + sample.labels
                return sample
            }
        }
    }
}
