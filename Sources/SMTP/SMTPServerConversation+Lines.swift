internal import MailTypes

/// Lines: found in the input, bounded, and handed to the session.
extension SMTPServerConversation {
    private enum Line {
        /// Where it stands in `pending`, without its CRLF.
        case complete(Range<Int>)
        case incomplete, tooLong, endless, bareLineFeed
    }

    /// How much of an overlong line is passed over before the connection ends.
    private static let skippedLineLimit = 65_536

    /// Handles the next line; false when there is none yet.
    mutating func readLine() -> Bool {
        switch findLine() {
        case .incomplete:
            return false
        case .bareLineFeed:
            // Neither the end of a line nor part of one: whoever sends it and whoever relays it
            // may not agree on where commands begin.
            perform(.close(session.configuration.replies.bareLineFeed))
        case .endless:
            perform(.close(session.configuration.replies.lineTooLong))
        case .tooLong:
            mode = .commands
            perform(session.handle(.lineTooLong))
        case .complete(let range):
            handleLine(range)
        }
        return true
    }

    private mutating func handleLine(_ range: Range<Int>) {
        let action: SMTPServerSession.Action
        if case .response = mode {
            mode = .commands
            action = session.handle(.response(pending[range]))
        } else {
            let command = Result { () throws(SMTPCommandError) in
                try SMTPCommand(
                    parsing: pending[range], takesBarePaths: session.configuration.dialect == .ses)
            }
            if isTooEarly(behind: command) {
                action = .close(session.configuration.replies.talksTooEarly)
            } else {
                action = session.handle(.command(command))
            }
        }
        releaseConsumed()
        perform(action)
    }

    /// Commands that a client must wait behind (RFC 2920 §3.1), with input standing there already.
    /// Behind STARTTLS it would be clear text taken for encrypted (RFC 3207 §4.2).
    private func isTooEarly(behind command: Result<SMTPCommand, SMTPCommandError>) -> Bool {
        guard pendingCount > 0, case .success(let command) = command else { return false }
        return switch command {
        case .startTLS: session.configuration.offersStartTLS
        case .ehlo, .helo: session.configuration.refusesEarlyTalk
        case .data: session.configuration.refusesEarlyTalk && session.acceptsData
        case .mail, .recipient, .chunk, .reset, .noop, .verify, .expand, .help, .quit,
            .authenticate:
            false
        }
    }

    private mutating func findLine() -> Line {
        let limit =
            switch mode {
            case .response: session.configuration.authenticationLineLimit
            case .commands, .data, .waiting, .closed, .chunk, .skip:
                isAuthenticationLine
                    ? session.configuration.authenticationLineLimit
                    : session.configuration.commandLineLimit
            }
        let start = searched
        let found = pending.withUnsafeBytes { $0.firstIndex(of: Byte.lineFeed, from: start) }
        guard let feed = found else {
            return keepSearching(limit)
        }
        let line = head..<feed
        searched = feed + 1
        if skipped > 0 {
            skipped = 0
            head = feed + 1
            releaseConsumed()
            return .tooLong
        }
        guard feed > line.lowerBound, pending[feed - 1] == Byte.carriageReturn else {
            return .bareLineFeed
        }
        head = feed + 1
        guard line.count < limit else {
            releaseConsumed()
            return .tooLong
        }
        return .complete(line.lowerBound..<feed - 1)
    }

    /// There is no LF yet. A line that is too long already is not kept while the rest comes.
    private mutating func keepSearching(_ limit: Int) -> Line {
        searched = pending.count
        guard skipped > 0 || pendingCount > limit else { return .incomplete }
        skipped += pendingCount
        dropPending()
        return skipped > Self.skippedLineLimit ? .endless : .incomplete
    }

    /// `AUTH` with an initial response has the longer limit (RFC 4954 §4).
    private var isAuthenticationLine: Bool {
        pendingCount > session.configuration.commandLineLimit
            && pending[head...].prefix(5).equalsIgnoringCase("AUTH ")
    }

    mutating func releaseConsumed() {
        if head == pending.count {
            dropPending()
        } else if head > 65_536 {
            pending.removeSubrange(..<head)
            searched -= head
            head = 0
        }
    }

    mutating func dropPending() {
        pending.removeAll(keepingCapacity: pending.capacity <= 65_536)
        head = 0
        searched = 0
    }
}
