using Xunit;

namespace Kindred.Tests.Architecture;

public sealed class LicenceTests
{
    private const string PlantedLock = """
        { "version": 2, "dependencies": { "net10.0": {
          "Good.Package": { "type": "Direct", "requested": "[1.0.0, 1.0.0]", "resolved": "1.0.0", "contentHash": "x" },
          "Copyleft.Package": { "type": "Transitive", "resolved": "6.5.0", "contentHash": "x" },
          "Unknown.Package": { "type": "CentralTransitive", "resolved": "2.0.0", "contentHash": "x" },
          "kindred.core": { "type": "Project" } } } }
        """;

    private const string PlantedList = """
        { "packages": [
          { "id": "Good.Package", "version": "1.0.0", "licence": "Apache-2.0", "declared": "MS-PL OR Apache-2.0" },
          { "id": "Copyleft.Package", "version": "6.5.0", "licence": "AGPL-3.0-only", "declared": "AGPL-3.0-only" },
          { "id": "Unknown.Package", "version": "1.9.0", "licence": "MIT", "declared": "MIT" } ] }
        """;

    private static readonly LockedPackage[] Locked = LockedUnder("");
    private static readonly Dictionary<LockedPackage, LicenceEntry> Listed = LicenceGate.Listed(RepositoryFiles.Text("licences.json"));

    [Fact]
    public void Packages_OfEveryLockFile_AreListedUnderAnAllowedLicence()
    {
        Assert.True(Locked.Length > 20, "The lock files were not read.");
        Assert.True(LockedUnder("src/").Length > 10, "The lock files of src were not read.");
        Findings.AreNone(LicenceGate.Unlisted(LockedUnder("src/").Concat(LockedUnder("bench/")), Listed));
        Findings.AreNone(LicenceGate.Unlisted(LockedUnder("tests/"), Listed, LicenceGate.AllowedInTests));
    }

    [Fact]
    public void List_HoldsNothingThatIsNotUsed() => Assert.Empty(Listed.Keys.Except(Locked));

    [Fact]
    public void List_AgreesWithWhatThePackagesSay()
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (!Directory.Exists(folder))
        {
            Assert.Skip($"There is no package folder at '{folder}' to read licences from.");
        }

        Assert.Contains(Listed.Keys, package => Directory.Exists(Path.Combine(folder, package.Id.ToLowerInvariant(), package.Version)));
        Findings.AreNone(LicenceGate.Contradicted(Listed, folder));
    }

    [Fact]
    public void Unlisted_OfPlantedPackages_ReportsUnknownAndCopyleft() => Assert.Equal(
        ["Copyleft.Package 6.5.0: AGPL-3.0-only is not an allowed licence", "Unknown.Package 2.0.0 is not in licences.json"],
        LicenceGate.Unlisted(LicenceGate.Locked(PlantedLock), LicenceGate.Listed(PlantedList)));

    [Fact]
    public void Unlisted_OfALicenceThatIsNotDeclared_ReportsIt()
    {
        var package = new LockedPackage("Sly.Package", "1.0.0");
        var problems = LicenceGate.Unlisted([package], new Dictionary<LockedPackage, LicenceEntry> { [package] = new("MIT", "GPL-3.0-only OR SSPL-1.0", null) });
        Assert.Equal(["Sly.Package 1.0.0: MIT is not what it declares (GPL-3.0-only OR SSPL-1.0)"], problems);
    }

    [Theory]
    [InlineData("<license type=\"expression\">AGPL-3.0-only</license>", "Planted 1.0.0 declares 'AGPL-3.0-only', listed as 'MIT'")]
    [InlineData("<license type=\"file\">LICENSE.txt</license>", "Planted 1.0.0 declares 'file:LICENSE.txt', listed as 'MIT'")]
    [InlineData("", "Planted 1.0.0 declares '', listed as 'MIT'")]
    public void Contradicted_ByTheNuspec_IsReported(string licence, string expected)
    {
        using var scratch = new Files.ScratchFolder();
        Plant(scratch.Root, licence);
        Assert.Equal([expected], LicenceGate.Contradicted(new Dictionary<LockedPackage, LicenceEntry> { [new("Planted", "1.0.0")] = new("MIT", "MIT", null) }, scratch.Root));
    }

    [Fact]
    public void Contradicted_ByAnotherLicenceText_IsReported()
    {
        using var scratch = new Files.ScratchFolder();
        Plant(scratch.Root, "<license type=\"file\">LICENSE.txt</license>");
        var entry = new LicenceEntry("MIT", "file:LICENSE.txt", new string('0', 64));
        var problem = Assert.Single(LicenceGate.Contradicted(new Dictionary<LockedPackage, LicenceEntry> { [new("Planted", "1.0.0")] = entry }, scratch.Root));

        // SHA-256 of "abc", FIPS 180-2 appendix B.1.
        Assert.Contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", problem, StringComparison.Ordinal);
    }

    private static void Plant(string packages, string licence)
    {
        var folder = Directory.CreateDirectory(Path.Combine(packages, "planted", "1.0.0")).FullName;
        File.WriteAllText(Path.Combine(folder, "planted.nuspec"), $"<package><metadata><id>Planted</id>{licence}</metadata></package>");
        File.WriteAllText(Path.Combine(folder, "LICENSE.txt"), "abc");
    }

    private static LockedPackage[] LockedUnder(string folder) =>
        [.. RepositoryFiles.All.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith("packages.lock.json", StringComparison.Ordinal)).SelectMany(path => LicenceGate.Locked(RepositoryFiles.Text(path))).Distinct()];
}
