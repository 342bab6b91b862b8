extension Double { init?(decimalText: String, powerOfTen: Int = 0) { guard let v = Double(decimalText) else { return nil }; var x = v; for _ in 0..<abs(powerOfTen) { if powerOfTen < 0 { x /= 10 } else { x *= 10 } }; self = x } }
enum DecimalParser { static func parse(_ bytes: Span<UInt8>, in range: Range<Int>, powerOfTen: Int = 0) -> Double? { var b: [UInt8] = []; for i in range { b.append(bytes[i]) }; let s = String(decoding: b, as: UTF8.self); return s.lowercased() == "nan" ? nil : Double(decimalText: s, powerOfTen: powerOfTen) } }

struct ExactSum: Sendable, Hashable { var s = 0.0; mutating func add(_ v: Double) { s += v }; mutating func merge(_ o: ExactSum) { s += o.s }; var value: Double { s }; func mean(count: Int) -> Double { count == 0 ? .nan : s / Double(count) } }
struct ExactMoments: Sendable, Hashable { mutating func add(_ v: Double) {}; mutating func merge(_ o: Self) {}; var sampleStandardDeviation: Double { 0 } }
extension Double { var shortestDecimal: String { var d = description; if d.hasSuffix(".0") { d.removeLast(2) }; return d }
func decimal(significantDigits: Int) -> String { shortestDecimal }
func decimal(fractionDigits: Int) -> String { shortestDecimal } }
