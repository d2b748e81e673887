import DNS
import JSONText

/// What a look-up gave.
struct DNSQueryReport: Presentable {
    let name: DNSName
    let type: DNSRecordType
    let answer: DNSAnswer

    var status: CommandStatus {
        switch answer.outcome {
        case .records: .success
        case .noData, .nameNotFound: .problem
        case .temporaryFailure: .undetermined
        }
    }

    var text: [TextBlock] {
        var table = TextTable([.init(""), .init("", .right), .init(""), .init("")])
        let ttl = StyledText("\(answer.ttl.components.seconds)", .faint)
        let chain = answer.aliases + (answer.aliases.isEmpty ? [] : [answer.canonicalName])
        for (alias, target) in zip(chain, chain.dropFirst()) {
            table.append([
                StyledText(alias.absoluteText), ttl, "CNAME", StyledText(target.absoluteText),
            ])
        }
        for data in answer.records {
            table.append([
                StyledText(answer.canonicalName.absoluteText), ttl, StyledText("\(data.type)"),
                StyledText("\(data)"),
            ])
        }
        var blocks: [TextBlock] = table.rows.isEmpty ? [] : [.table(table)]
        if let remark { blocks.append(.line(remark)) }
        return blocks
    }

    private var remark: StyledText? {
        switch answer.outcome {
        case .records: nil
        case .noData: StyledText("\(answer.canonicalName): no \(type) record", .bad)
        case .nameNotFound: StyledText("\(answer.canonicalName): no such name", .bad)
        case .temporaryFailure(let reason): StyledText("not known now: \(reason)", .unsure)
        }
    }

    var document: Document {
        .members([
            "name": .string(name.text), "type": .string("\(type)"), "result": .string(word),
            "reason": .text(answer.failureReason),
            "aliases": answer.aliases.isEmpty ? nil : .texts(answer.aliases),
            "canonicalName": .string(answer.canonicalName.text),
            "ttl": .integer(answer.ttl.components.seconds), "secure": .flag(answer.isSecure),
            "records": .texts(answer.records),
        ])
    }

    private var word: String {
        switch answer.outcome {
        case .records: "found"
        case .noData: "nodata"
        case .nameNotFound: "nxdomain"
        case .temporaryFailure: "temperror"
        }
    }
}
