import MailTypes
import Synchronization

/// Only ever grows.
final class MetricCounter: Sendable {
    private let count = Atomic<Int>(0)

    func add(_ change: Int = 1) { count.wrappingAdd(change, ordering: .relaxed) }

    var value: Int { count.load(ordering: .relaxed) }

    var samples: [MetricRegistry.Sample] { [MetricRegistry.Sample(value: Double(value))] }
}

/// Goes up and down.
final class MetricGauge: Sendable {
    private let count = Atomic<Int>(0)

    func add(_ change: Int = 1) { count.wrappingAdd(change, ordering: .relaxed) }

    func set(_ value: Int) { count.store(value, ordering: .relaxed) }

    var value: Int { count.load(ordering: .relaxed) }
}

/// How often values fell below each of a few bounds.
final class MetricHistogram: Sendable {
    /// Bounds, and the unit that values are summed up in: additions of whole numbers are atomic.
    struct Scale: Sendable {
        let bounds: [Double]
        let unitsInOne: Double

        /// Seconds, from half a millisecond to ten of them.
        static let seconds = Scale(
            bounds: [
                0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
            ],
            unitsInOne: 1_000_000)

        /// Seconds, up to what SMTP allows servers to take.
        static let longSeconds = Scale(
            bounds: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300], unitsInOne: 1_000_000)

        static let counts = Scale(
            bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512], unitsInOne: 1)
    }

    private let scale: Scale
    /// How many fell between the bound before and each bound; the last is beyond them all.
    private let buckets: [MetricCounter]
    private let sum = Atomic<Int>(0)

    init(_ scale: Scale) {
        self.scale = scale
        buckets = (0...scale.bounds.count).map { _ in MetricCounter() }
    }

    func record(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        record(Double(seconds) + Double(attoseconds) / 1e18)
    }

    func record(_ value: Double) {
        let index = scale.bounds.firstIndex { value <= $0 } ?? scale.bounds.count
        buckets[index].add()
        sum.wrappingAdd(Int(max(0, min(value, 1e9)) * scale.unitsInOne), ordering: .relaxed)
    }

    var samples: [MetricRegistry.Sample] {
        var total = 0
        var samples: [MetricRegistry.Sample] = []
        for (index, bucket) in buckets.enumerated() {
            total += bucket.value
            let bound = index < scale.bounds.count ? "\(scale.bounds[index])" : "+Inf"
            samples.append(
                MetricRegistry.Sample(
                    suffix: "_bucket", labels: [MetricRegistry.Label(name: "le", value: bound)],
                    value: Double(total)))
        }
        let value = Double(sum.load(ordering: .relaxed)) / scale.unitsInOne
        return samples + [
            MetricRegistry.Sample(suffix: "_sum", value: value),
            MetricRegistry.Sample(suffix: "_count", value: Double(total)),
        ]
    }
}
