import DNS
import MailAuth
import MailTypes

extension FuzzTarget {
    /// A record, the text of an explanation and a Received-SPF field.
    static let spf = FuzzTarget("spf") { bytes in
        let request = SPFRequest(
            sender: String(decoding: bytes, as: UTF8.self), helo: "mx.example",
            address: .v4([192, 0, 2, 1]))
        if let record = try? SPFRecord(parsing: bytes[...]) {
            let again = try? SPFRecord(parsing: record.text)
            require(again == record, "a record is read as it was written")
            require(
                record.queryingTermCount <= record.directives.count + 1, "terms are counted once")
        }
        if let macros = try? SPFMacroString(explanation: bytes[...]) {
            let text = macros.expanded(for: request, now: UnixTime(seconds: 0))
            require(text.utf8.count <= 4000, "explanations are bounded")
        }
        _ = try? ReceivedSPF(parsing: bytes[...])
        var field = ReceivedSPF(
            result: .fail, comment: request.sender,
            pairs: [.init("envelope-from", request.sender), .init("receiver", "mx.example")])
        let value = Array(field.formatted.utf8).dropFirst(ReceivedSPF.fieldName.utf8.count + 1)
        let read = try? ReceivedSPF(parsing: value)
        require(read?["receiver"] == "mx.example", "a value stays within its quotes")
        require(read?.pairs.count == 2, "no pair is made up")
        field.comment = nil
        field.pairs = read?.pairs ?? []
        let copy = Array(field.formatted.utf8).dropFirst(ReceivedSPF.fieldName.utf8.count + 1)
        require((try? ReceivedSPF(parsing: copy)) == field, "what was read is written")
    }
}
