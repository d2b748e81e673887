import Foundation
import JSONText
import WaxwingConsole
import WaxwingCore
import WaxwingStore

/// How the commands reach the administration: through the socket of a running service, or, where
/// none runs, in the data folder itself.
enum AdministrationClient {
    case socket(AdministrationSocket)
    case folder(AdministrationAPI, SQLiteDatabase)

    static let socketName = "admin.sock"

    /// - Parameters:
    ///   - masterKeyFile: for data that no service has open; nil for `master.key` among them.
    ///   - makesFolder: whether a folder without data is where something begins.
    static func open(
        _ folder: String, socket: String?, masterKeyFile: MasterKeyFile?, makesFolder: Bool
    ) async throws -> AdministrationClient {
        let path = socket ?? "\(folder)/\(socketName)"
        if let socket = try AdministrationSocket.connect(to: path) { return .socket(socket) }
        guard makesFolder || FileManager.default.fileExists(atPath: "\(folder)/waxwing.sqlite")
        else {
            throw InputError(
                "there is no data of Waxwing in \(folder): name its folder with --data, or make "
                    + "an account there with 'waxwing account create'")
        }
        do {
            let database = try SQLiteDatabase(folder: DataFolder(path: folder))
            let store = try await ServiceStore(database, masterKeyFile: masterKeyFile)
            let clock = SystemClock()
            var administration = Accounts(store: store, clock: clock).administration
            administration.dkim = StoredDKIMRotator(store: store, clock: clock)
            administration.scheduled = ScheduledMail(store: store, clock: clock)
            administration.resources = store
            return .folder(AdministrationAPI(administration), database)
        } catch StoreError.inUse(let reason) {
            throw InputError(
                "\(reason), which does not answer at \(path). Where its configuration names "
                    + "another admin.socket, name it with --socket.")
        } catch let error as StoreError {
            throw InputError("\(error)")
        }
    }

    /// Carries out a request and ends the connection.
    /// - Throws: ``InputError`` with the refusal.
    func answer(to request: AdministrationAPI.Request) async throws -> Document {
        let answer: AdministrationAPI.Answer
        switch self {
        case .socket(let socket): answer = try socket.answer(to: request)
        case .folder(let api, let database):
            do {
                answer = try await api.answer(to: request)
                await database.close()
            } catch let error as StoreError {
                await database.close()
                throw InputError("\(error)")
            }
        }
        guard (200..<300).contains(answer.status) else {
            guard case .string(let message)? = answer.body["message"] else {
                throw InputError("the service answered \(answer.status)")
            }
            throw InputError(message)
        }
        return answer.body
    }
}
