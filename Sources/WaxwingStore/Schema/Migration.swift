/// One step from a state of the tables to the next. Steps are numbered from 1 and only go forward;
/// one that was released never changes.
struct Migration: Sendable {
    let number: Int
    let statements: [SQLStatement]

    init(_ number: Int, _ statements: [SQLStatement]) {
        self.number = number
        self.statements = statements
    }
}
