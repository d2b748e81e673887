import Foundation
import MailAuth

// How fast messages and their senders are authenticated, on one core.
//
//     authentication messages DIR             write signed messages and the key record into DIR
//     authentication dkim DIR WORK            verify them
//     authentication dkim-read DIR WORK       the same, reading the key anew for each message
//     authentication spf DIR WORK             check a client against the records in DIR
//     authentication spf-read DIR WORK        the same, reading the records anew for each check
//
// WORK is a number of rounds, or seconds as in `2s`. Prints `{"rate": 12345.6}`: messages or checks
// for each second of processor time.

let arguments = Array(CommandLine.arguments.dropFirst())

func usage() -> Never {
    FileHandle.standardError.write(
        Data("authentication messages DIR | dkim[-read] DIR WORK | spf[-read] DIR WORK\n".utf8))
    exit(2)
}

switch (arguments.first, arguments.count) {
case ("messages", 2):
    try SignedMessages.write(to: URL(fileURLWithPath: arguments[1]))
case ("dkim", 3), ("dkim-read", 3), ("spf", 3), ("spf-read", 3):
    guard let work = Work(arguments[2]) else { usage() }
    let folder = URL(fileURLWithPath: arguments[1])
    let rate =
        switch arguments[0] {
        case "spf": await SPFChecks(folder: folder).rate(of: work, keepsRecords: true)
        case "spf-read": await SPFChecks(folder: folder).rate(of: work, keepsRecords: false)
        case "dkim": try DKIMChecks(folder: folder).rate(of: work, keepsKeys: true)
        default: try DKIMChecks(folder: folder).rate(of: work, keepsKeys: false)
        }
    print("{\"rate\": \(rate)}")
default:
    usage()
}
