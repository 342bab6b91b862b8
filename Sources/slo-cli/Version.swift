import SLOKit

/// The version of the command-line tool.
enum Version {
  static let current = SLOKitVersion.current
}
