/// The version of this library and of `slo-cli`, which are released together.
public enum SLOKitVersion {
  /// As in semantic versioning: `0.1.0`.
  public static let current = "0.1.0"
}
