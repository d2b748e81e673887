import Foundation

/// How text may look where it goes.
struct Terminal: Equatable, Sendable {
    var isColoured: Bool
    /// Nil when lines may be of any length, as in files and pipes.
    var width: Int?

    /// A line, with escape sequences for its styles if colours are on.
    func rendered(_ line: StyledText) -> String {
        guard isColoured else { return line.plainText }
        return line.pieces.map { piece in
            guard let code = piece.style.code else { return piece.text }
            return "\u{1B}[\(code)m\(piece.text)\u{1B}[0m"
        }.joined()
    }
}

extension StyledText.Style {
    /// The parameter of Select Graphic Rendition (ECMA-48 §8.3.117).
    fileprivate var code: Int? {
        switch self {
        case .plain: nil
        case .strong: 1
        case .faint: 2
        case .bad: 31
        case .good: 32
        case .unsure: 33
        }
    }
}

/// When text is coloured.
enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}

extension Terminal {
    /// What standard output is.
    ///
    /// Colours are left out where nobody sees them, where `NO_COLOR` is set to anything, and where
    /// the terminal is a dumb one. `COLUMNS` counts where the terminal does not say how wide it is.
    static func standardOutput(_ choice: ColorChoice) -> Terminal {
        let environment = ProcessInfo.processInfo.environment
        let isColoured =
            switch choice {
            case .always: true
            case .never: false
            case .auto:
                isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
                    && environment["TERM"] != "dumb"
            }
        return Terminal(
            isColoured: isColoured, width: columns ?? environment["COLUMNS"].flatMap(Int.init))
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    private static var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else { return nil }
        return Int(size.ws_col)
    }
}
