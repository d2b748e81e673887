// Runs published test data against Waxwing's libraries; see ``usage``.
import Foundation

let usage = """
    conformance DATA [--topic NAME]… [--list] [--write FILE]

      DATA           a folder with one folder a topic
      --topic NAME   run this topic only
      --list         name each failing case, the judged ones too
      --write FILE   write the table and the deviations as a page
    """

var arguments = Array(CommandLine.arguments.dropFirst())
var topics: Set<String> = []
var lists = false
var page: String?
var data: String?
while !arguments.isEmpty {
    switch arguments.removeFirst() {
    case "--topic" where !arguments.isEmpty: topics.insert(arguments.removeFirst())
    case "--write" where !arguments.isEmpty: page = arguments.removeFirst()
    case "--list": lists = true
    case let word where data == nil && !word.hasPrefix("-"): data = word
    default:
        print(usage)
        exit(2)
    }
}
guard let data, FileManager.default.fileExists(atPath: data) else {
    print(data.map { "There is no folder \($0)." } ?? usage)
    exit(2)
}

let deviationFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Deviations")
var report = Report()
for topic in Topic.all where topics.isEmpty || topics.contains(topic.name) {
    let folder = DataFolder(url: URL(filePath: data).appending(path: topic.name))
    guard !folder.files().isEmpty else {
        print("There is nothing of \(topic.name) in \(data).")
        continue
    }
    let outcomes = try await topic.run(folder)
    report.add(
        topic: topic.name, outcomes,
        deviations: try Deviations(topic: topic.name, folder: deviationFolder))
}
if lists {
    for row in report.rows {
        for deviation in row.deviations {
            print("judged \(row.topic)/\(row.suite): \(deviation.name): \(deviation.failure)")
        }
    }
}
print(report.text)
if let page, topics.isEmpty { try Data(report.markdown.utf8).write(to: URL(filePath: page)) }
exit(report.holds ? 0 : 1)
