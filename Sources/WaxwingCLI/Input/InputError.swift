/// Why a command cannot do its work with what it was given, with what to do about it.
struct InputError: Error, Equatable {
    /// The file at fault, and the line where there is one: `example.zone:12`.
    let place: String?
    let reason: String

    init(_ reason: String, in place: String? = nil) {
        self.place = place
        self.reason = reason
    }
}

extension InputError: CustomStringConvertible {
    var description: String {
        place.map { "\($0 == "-" ? "standard input" : $0): \(reason)" } ?? reason
    }
}
