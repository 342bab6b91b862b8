#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions that the standard library lacks, from the C library of the system.
///
/// They are right to one unit in the last place or nearly so, but not to the last bit: results may
/// differ there from system to system. NaN gives NaN.
extension Double {
  /// e to the power of this number; 0 for −∞.
  var exponential: Double { exp(self) }

  /// The natural logarithm; −∞ for 0, NaN below it.
  var naturalLogarithm: Double { log(self) }

  /// The natural logarithm of 1 + this number, accurate near 0; −∞ for −1, NaN below it.
  var naturalLogarithmOfOnePlus: Double { log1p(self) }

  /// ln Γ of this number, above 0.
  ///
  /// With the sign handed back in place of the global variable of `lgamma`, so that threads do not
  /// meet there.
  var logarithmOfGamma: Double {
    var sign: Int32 = 0
    return lgamma_r(self, &sign)
  }
}
