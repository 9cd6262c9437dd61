using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;

namespace Kindred.Tests.Architecture;

/// <summary>A package as a lock file names it.</summary>
internal sealed record LockedPackage(string Id, string Version);

/// <summary>A line of licences.json.</summary>
/// <param name="Licence">SPDX identifier we use it under.</param>
/// <param name="Declared">What its nuspec declares, word for word: an SPDX expression, or "file:NAME".</param>
/// <param name="Sha256">SHA-256 of the licence file, for "file:NAME"; null otherwise.</param>
internal sealed record LicenceEntry(string Licence, string Declared, string? Sha256);

/// <summary>Holds every locked package against licences.json, and licences.json against what the package itself says.</summary>
internal static class LicenceGate
{
    /// <summary>Licences that ask for no more than a notice. Kept here and not in licences.json, so that listing a package cannot allow a licence.</summary>
    public static IReadOnlySet<string> Allowed { get; } = new HashSet<string>(["Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "PostgreSQL", "MS-PL", "Zlib", "blessing", "Unlicense", "0BSD"], StringComparer.Ordinal);

    /// <summary>File-level copyleft, for what only our tests load (axe-core): never in a lock file of src, so never shipped.</summary>
    public static IReadOnlySet<string> AllowedInTests { get; } = new HashSet<string>([.. Allowed, "MPL-2.0"], StringComparer.Ordinal);

    public static IReadOnlyList<LockedPackage> Locked(string lockFile)
    {
        using var json = JsonDocument.Parse(lockFile);
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => new LockedPackage(package.Name, package.Value.GetProperty("resolved").GetString()!)).Distinct()];
    }

    public static Dictionary<LockedPackage, LicenceEntry> Listed(string licences)
    {
        using var json = JsonDocument.Parse(licences);
        return json.RootElement.GetProperty("packages").EnumerateArray().ToDictionary(
            entry => new LockedPackage(entry.GetProperty("id").GetString()!, entry.GetProperty("version").GetString()!),
            entry => new LicenceEntry(entry.GetProperty("licence").GetString()!, entry.GetProperty("declared").GetString()!, entry.TryGetProperty("sha256", out var hash) ? hash.GetString() : null));
    }

    /// <summary>Packages that are not listed, or listed under a licence that is not allowed.</summary>
    public static IReadOnlyList<string> Unlisted(IEnumerable<LockedPackage> locked, IReadOnlyDictionary<LockedPackage, LicenceEntry> listed, IReadOnlySet<string>? allowed = null) =>
        [.. locked.Distinct().Select(package => !listed.TryGetValue(package, out var entry) ? $"{package.Id} {package.Version} is not in licences.json"
            : !(allowed ?? Allowed).Contains(entry.Licence) ? $"{package.Id} {package.Version}: {entry.Licence} is not an allowed licence"
            : !Offers(entry) ? $"{package.Id} {package.Version}: {entry.Licence} is not what it declares ({entry.Declared})" : null).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>Listed packages whose own nuspec or licence file says something else. The folder is NuGet's: id/version in lower case.</summary>
    public static IReadOnlyList<string> Contradicted(IReadOnlyDictionary<LockedPackage, LicenceEntry> listed, string packages) =>
        [.. listed.Select(entry => Contradiction(entry.Key, entry.Value, Path.Combine(packages, entry.Key.Id.ToLowerInvariant(), entry.Key.Version.ToLowerInvariant()))).OfType<string>()];

    private static string? Contradiction(LockedPackage package, LicenceEntry entry, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var licence = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single()).Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        var declared = licence?.Attribute("type")?.Value == "file" ? "file:" + licence.Value : licence?.Value ?? "";
        if (declared != entry.Declared)
        {
            return $"{package.Id} {package.Version} declares '{declared}', listed as '{entry.Declared}'";
        }

        if (!declared.StartsWith("file:", StringComparison.Ordinal))
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, declared["file:".Length..].Replace('\\', '/')))));
        return hash == entry.Sha256 ? null : $"{package.Id} {package.Version}: the licence file's SHA-256 is {hash}, listed as {entry.Sha256}";
    }

    /// <summary>A package may be used under any one of "A OR B"; a licence file says what the list says it says, by its hash.</summary>
    private static bool Offers(LicenceEntry entry) => entry.Declared.StartsWith("file:", StringComparison.Ordinal)
        ? entry.Sha256 is { Length: 64 }
        : entry.Declared.Split(" OR ").Contains(entry.Licence, StringComparer.Ordinal);
}
