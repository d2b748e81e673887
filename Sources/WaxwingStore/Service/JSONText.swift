import Foundation
import WaxwingCore

/// Values that are read and written whole, as JSON in a column of text.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    /// - Throws: ``StoreError/unavailable(_:)`` for a text that no such value was written to.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from text: String, by decoder: JSONDecoder = JSONDecoder()
    ) throws -> Value {
        do {
            return try decoder.decode(type, from: Data(text.utf8))
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError.unavailable("a stored \(type) cannot be read: \(error)")
        }
    }
}
