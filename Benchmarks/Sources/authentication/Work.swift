import Foundation

/// How long something is repeated: a number of rounds, or for some seconds of processor time.
enum Work {
    case rounds(Int)
    case seconds(Double)

    init?(_ text: String) {
        if text.last == "s", let seconds = Double(text.dropLast()) {
            self = .seconds(seconds)
        } else if let rounds = Int(text), rounds > 0 {
            self = .rounds(rounds)
        } else {
            return nil
        }
    }

    /// Whether there is more to do.
    func goesOn(after rounds: Int, _ seconds: Double) -> Bool {
        switch self {
        case .rounds(let wanted): rounds < wanted
        case .seconds(let wanted): seconds < wanted
        }
    }
}

/// Seconds that this process has been given so far, whatever else the machine does; `openssl speed`
/// counts in the same way.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
