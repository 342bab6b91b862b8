// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "SLOKit",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "SLOKit", targets: ["SLOKit"]),
    .executable(name: "slo-cli", targets: ["slo-cli"]),
  ],
  targets: [
    .target(
      name: "SLOKit",
      swiftSettings: settings,
      // Square roots and fused multiply-add of the standard library call the C library's.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
    ),
    .executableTarget(name: "slo-cli", dependencies: ["SLOKit"], swiftSettings: settings),
    .testTarget(name: "SLOKitTests", dependencies: ["SLOKit"], swiftSettings: settings),
    .testTarget(
      name: "slo-cliTests",
      dependencies: ["slo-cli", "SLOKit"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
