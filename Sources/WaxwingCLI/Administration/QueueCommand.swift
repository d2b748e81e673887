import ArgumentParser
import JSONText

struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "List, show and cancel messages that wait for their time.",
        discussion: """
            A message that is sent with X-Waxwing-Send-At waits until then, and can be taken back. \
            Once its time has come it goes the way of all mail.

            Examples:
              waxwing queue list --account 111122223333 --region eu-west-1
              waxwing queue show 0100018f2f1d3a51-5b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0-000000 \
            --account 111122223333
              waxwing queue cancel MESSAGE-ID --account 111122223333
            """,
        subcommands: [List.self, Show.self, Cancel.self])

    /// Whose queue it is.
    struct Place: ParsableArguments {
        @OptionGroup var account: AccountOption

        @Option(help: ArgumentHelp("The region that the message was sent in.", valueName: "region"))
        var region = "us-east-1"
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the messages that wait for their time, the next to be sent first.")

        @OptionGroup var place: Place
        @OptionGroup var data: DataOptions

        func run() async throws {
            var messages: [Document] = []
            var after: String?
            repeat {
                var query = ["region": place.region]
                query["after"] = after
                let page = try await data.answer(
                    "GET", place.account.path("scheduled-messages"), query: query)
                messages += page.items("messages")
                after = page["next"].map { _ in page.shown("next") }
            } while after != nil
            var table = TextTable([
                .init("Send at"), .init("Message"), .init("From"), .init("Subject"),
            ])
            for message in messages {
                table.append(
                    ["sendAt", "messageId", "from", "subject"].map {
                        StyledText(message.shown($0))
                    })
            }
            try data.write(
                .object([.init("messages", .array(messages))]),
                messages.isEmpty ? [.line("No message waits for its time.")] : [.table(table)])
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a message that was scheduled, and what became of it.")

        @Argument(help: "The message's id, as the sender was told.") var id: String
        @OptionGroup var place: Place
        @OptionGroup var data: DataOptions

        func run() async throws {
            let message = try await data.answer(
                "GET", place.account.path("scheduled-messages", id), query: ["region": place.region]
            )
            try data.write(message, QueueText.lines(message))
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a message back before its time has come.",
            discussion: "Cancelling a message a second time changes nothing, and is no error.")

        @Argument(help: "The message's id, as the sender was told.") var id: String
        @OptionGroup var place: Place
        @OptionGroup var data: DataOptions

        func run() async throws {
            let message = try await data.answer(
                "DELETE", place.account.path("scheduled-messages", id),
                query: ["region": place.region])
            try data.write(message, [.line("The message is cancelled.")])
        }
    }
}

private enum QueueText {
    static func lines(_ message: Document) -> [TextBlock] {
        var table = TextTable([.init(""), .init("")])
        for (title, value) in [
            ("Message", message.shown("messageId")), ("Status", message.shown("status")),
            ("Send at", message.shown("sendAt")), ("Accepted", message.shown("acceptedAt")),
            ("Cancelled", message.shown("cancelledAt")), ("From", message.shown("from")),
            ("To", message.shown("to")), ("Subject", message.shown("subject")),
            ("Configuration set", message.shown("configurationSet")),
            ("Tenant", message.shown("tenant")),
        ] where !value.isEmpty {
            table.append([StyledText(title), StyledText(value)])
        }
        return [.table(table)]
    }
}
