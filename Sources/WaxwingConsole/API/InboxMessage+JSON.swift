import MailTypes
import WaxwingCore

extension InboxMessage {
    /// One entry of the list: the shape that tests rely on.
    var summaryJSON: JSON { json(authentication.json(withReasons: false)) }

    private func json(_ authentication: JSON) -> JSON {
        [
            "id": .string(String(id)),
            "messageId": .string(messageID),
            "receiptId": .string(receiptID),
            "mailFrom": .string(reversePath.address),
            "recipients": .array(recipients.map { .string($0) }),
            "subject": .string(subject),
            "from": .string(from),
            "receivedAt": .string(receivedAt.iso8601),
            "authentication": authentication,
        ]
    }

    /// The summary, why a signature did not pass, and what the message itself holds.
    func detailJSON(_ view: MessageView) -> JSON {
        let text = view.text.map(TextExcerpt.init)
        let html = view.html.map(TextExcerpt.init)
        return json(authentication.json(withReasons: true)) + [
            "size": .number(sizeInBytes),
            "helo": .string(heloDomain),
            "remoteAddress": .string(remoteAddress),
            "tls": .string(orNull: tlsVersion),
            "problem": .string(orNull: view.problem),
            "headers": .array(view.fields.map(\.json)),
            "text": .string(orNull: text?.text),
            "textTruncated": .bool(text?.isTruncated ?? false),
            "html": .string(orNull: html?.text),
            "htmlTruncated": .bool(html?.isTruncated ?? false),
            "parts": .array(view.parts.map(\.json)),
            "attachments": .array(view.attachments.map(\.json)),
        ]
    }
}

extension AuthenticationSummary {
    /// Null is “not evaluated”, never a guess.
    fileprivate func json(withReasons: Bool) -> JSON {
        [
            "dkim": .array(dkim.map { $0.json(withReason: withReasons) }),
            "spf": .string(orNull: spf),
            "arc": .string(orNull: arc),
            "dmarc": .string(orNull: dmarc),
        ] + (withReasons ? ["trace": trace.map { .array($0.map(\.json)) } ?? .null] : [:])
    }
}

extension AuthenticationSummary.Line {
    fileprivate var json: JSON {
        [
            "depth": .number(depth), "subject": .string(subject), "outcome": .string(outcome),
            "tone": .string(tone),
        ]
    }
}

extension AuthenticationSummary.DKIM {
    fileprivate func json(withReason: Bool) -> JSON {
        let json: JSON = [
            "result": .string(result), "domain": .string(domain), "selector": .string(selector),
        ]
        return withReason ? json + ["reason": .string(orNull: reason)] : json
    }
}

extension MessageView.HeaderField {
    fileprivate var json: JSON {
        ["name": .string(name), "value": .string(value), "raw": .string(rawValue)]
    }
}

extension MessageView.Part {
    fileprivate var json: JSON {
        [
            "index": .number(index),
            "name": .string(orNull: name),
            "contentType": .string(contentType),
            "contentId": .string(orNull: contentID),
            "disposition": .string(orNull: disposition),
            "size": .number(content.count),
        ]
    }
}
