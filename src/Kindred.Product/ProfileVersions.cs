using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Product;

/// <summary>A version of the profile and what it changed.</summary>
/// <param name="Document">The version.</param>
/// <param name="Changes">What changed from the version before, in sentences; empty for the first.</param>
/// <param name="IsFirst">No version before it is kept.</param>
public sealed record ProfileVersion(ProfileDocument Document, IReadOnlyList<Wording> Changes, bool IsFirst)
{
    /// <summary>When it was written, or last signed; null when unknown.</summary>
    public DateTimeOffset? WrittenAt { get; init; }
}

/// <summary>Every kept version of a workspace's profile.</summary>
public static class ProfileVersions
{
    /// <summary>All versions, newest first. A file that cannot be read is left out: the newest is always read with its reason elsewhere.</summary>
    public static IReadOnlyList<ProfileVersion> Of(string folder)
    {
        var documents = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "icp-v*.json").Where(path => Number(path) > 0)
                .Select(path => (Document: ProfileFolder.Read(path).TryGet(out var document, out _) ? document : null, At: File.GetLastWriteTimeUtc(path))).Where(read => read.Document is not null).OrderBy(read => read.Document!.Version).ToArray()
            : [];
        return [.. documents.Select((document, index) => new ProfileVersion(document.Document!, index == 0 ? [] : DiffProfiles.Run(documents[index - 1].Document!, document.Document!), index == 0) { WrittenAt = document.At }).Reverse()];
    }

    private static int Number(string path) =>
        int.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan("icp-v".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
