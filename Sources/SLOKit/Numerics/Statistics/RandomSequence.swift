/// A sequence of numbers that look random and are the same in every run: SplitMix64 (Steele, Lea &
/// Flood, 2014, "Fast splittable pseudorandom number generators").
struct RandomSequence: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `bound`, which is above 0 and not reached (Lemire, 2019, "Fast random
  /// integer generation in an interval", without the rejection: the bias is below bound ÷ 2⁶⁴).
  mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number above 0 and up to 1.
  mutating func nextFraction() -> Double { Double((next() >> 11) + 1) * 0x1p-53 }
}
