import XMLText

/// Writes down what a reader tells, texts joined, so that two readings can be compared.
struct EventLog: XMLHandler {
    enum Event: Equatable {
        case start(String, [String: String])
        case end(String)
        case text(String)
    }

    private(set) var events: [Event] = []
    private var names: [String] = []
    private var pendingText: [UInt8] = []
    private let eventLimit: Int

    init(eventLimit: Int = .max) { self.eventLimit = eventLimit }

    mutating func start(_ tag: borrowing XMLStartTag) {
        endText()
        if tag.name.index == names.count { names.append(tag.localName) }
        let attributes = tag.attributes.map { ($0.qualifiedName, $0.value) }
        events.append(
            .start(names[tag.name.index], Dictionary(attributes, uniquingKeysWith: { $1 })))
    }

    mutating func end(_ name: XMLName) {
        endText()
        events.append(.end(names[name.index]))
    }

    mutating func characters(_ text: Span<UInt8>) {
        for index in text.indices { pendingText.append(text[index]) }
    }

    var isDone: Bool { events.count >= eventLimit }

    private mutating func endText() {
        guard !pendingText.isEmpty else { return }
        events.append(.text(String(decoding: pendingText, as: UTF8.self)))
        pendingText = []
    }
}
