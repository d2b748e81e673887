import Foundation

enum CircleMath {
    /// Of an angle given as part of a whole turn.
    static func sineAndCosine(turn: Double) -> (sine: Double, cosine: Double) {
        (sin(turn * 2 * .pi), cos(turn * 2 * .pi))
    }
}
