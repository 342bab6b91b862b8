import Testing

@testable import SLOKit

@Suite("Numbers for people")
struct QuantityFormatTests {
  @Test(
    arguments: [
      (0.00021, Dimension.time, "210 µs"), (0.043, .time, "43.0 ms"), (0.15, .time, "150 ms"),
      (1.5, .time, "1.50 s"), (2e-9, .time, "2.00 ns"), (0, .time, "0 s"), (59, .time, "59.0 s"),
      (7200, .time, "2 h"), (727, .time, "12 min 7 s"), (273_600, .time, "3 d 4 h"),
      (0.9995, .ratio, "99.950 %"), (0.999, .ratio, "99.90 %"), (1, .ratio, "100 %"),
      (0, .ratio, "0 %"), (0.07, .ratio, "7.00 %"), (0.0001, .ratio, "0.0100 %"),
      (1e9, .data, "1.00 GB"), (5e8, .data, "500 MB"), (512, .data, "512 B"), (0, .data, "0 B"),
      (999_600, .data, "1.00 MB"), (999_400, .data, "999 kB"), (999.6, .data, "1.00 kB"),
      (-999_999, .data, "-1.00 MB"), (9.996e14, .data, "1000 TB"), (0.9996, .time, "1.00 s"),
      (9.999e-4, .time, "1.00 ms"), (9.994e-7, .time, "999 ns"),
      (12, .count, "12"), (9.45, .count, "9.45"), (9.5, nil, "9.5"), (1e6, nil, "1000000"),
      (100, .frequency, "100 /s"),
      (.nan, .time, "NA"), (.infinity, .time, "∞"), (-.infinity, .ratio, "−∞"),
    ] as [(Double, Dimension?, String)]
  )
  func `a value is shown in a fitting unit`(value: Double, dimension: Dimension?, text: String) {
    #expect(QuantityFormat.text(value, dimension) == text)
  }

  @Test(arguments: [
    (0.15004, 0.15, Dimension.time, "150.04 ms"), (0.15, 0.15, .time, "150 ms"),
    (0.0100001, 0.01, .ratio, "1.00001 %"), (500_000_001, 5e8, .data, "500.000001 MB"),
    (9.00004, 9, .count, "9.00004"), (999_960, 1e6, .data, "999.96 kB"),
  ])
  func `a value just beyond a limit does not read like it`(
    value: Double,
    limit: Double,
    dimension: Dimension,
    text: String
  ) {
    #expect(QuantityFormat.text(value, dimension, apartFrom: [limit]) == text)
  }

  @Test(arguments: [Dimension.time, .ratio, .data, .count, .frequency, nil])
  func `numbers that differ by more than a tenth never read the same`(dimension: Dimension?) {
    var generator = SeededGenerator(seed: 11)
    for exponent in -60...60 {
      let value =
        Double.random(in: 1...10, using: &generator)
        * Double(sign: .plus, exponent: exponent, significand: 1)
      let other = value * .random(in: 1.1001...1.3, using: &generator)
      #expect(QuantityFormat.text(value, dimension) != QuantityFormat.text(other, dimension))
      #expect(QuantityFormat.text(-value, dimension) != QuantityFormat.text(-other, dimension))
    }
  }
}
