/// Values by name, made for the handful that a rule file has.
///
/// A dictionary takes longer to come to life than a short list takes to be searched, and the tool
/// lives for a millisecond; so a dictionary is made only for tables that outgrow a list.
struct NameTable<Value: Sendable>: Sendable {
  private static var listLimit: Int { 32 }

  private var names: [String] = []
  private var values: [Value] = []
  private var places: [String: Int]?

  /// The value of `name`; setting one that is new adds it, and none can be removed.
  subscript(name: String) -> Value? {
    get { place(of: name).map { values[$0] } }
    set {
      guard let newValue else { return }
      if let place = place(of: name) {
        values[place] = newValue
      } else {
        add(name, newValue)
      }
    }
  }

  /// The names in ascending order.
  var sortedNames: [String] { names.sorted() }

  private func place(of name: String) -> Int? {
    if let places { return places[name] }
    return names.firstIndex(of: name)
  }

  private mutating func add(_ name: String, _ value: Value) {
    places?[name] = names.count
    names.append(name)
    values.append(value)
    guard places == nil, names.count > Self.listLimit else { return }
    places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}
