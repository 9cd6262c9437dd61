using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Product;

/// <summary>Versions of the profile in a workspace folder: icp.json is the newest, icp-vN.json each version, never rewritten but for sign-offs.</summary>
public static class ProfileFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a file, or the newest version of a folder.</summary>
    public static Result<ProfileDocument> Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "icp.json") : path;
        return File.Exists(file)
            ? ProfileDocument.Read(File.ReadAllText(file), file)
            : Result.Refused<ProfileDocument>("icp.not-found", path, $"'{path}'에 고객상이 없어요. 먼저 kindred build를 실행하거나 icp.json을 주세요.", $"There is no profile at '{path}'. Run kindred build first, or give an icp.json.");
    }

    /// <summary>The document with its version: the last one's when nothing changed, else the next.</summary>
    public static ProfileDocument Numbered(string folder, ProfileDocument document)
    {
        if (!Read(folder).TryGet(out var last, out _))
        {
            return document;
        }

        // What the team stated stays theirs until they change it.
        var stated = last.Clauses.Where(clause => clause.Origin == "stated").ToArray();
        var carried = document with
        {
            Clauses = [.. document.Clauses.Where(clause => clause.Origin != "unknown" || !stated.Any(own => own.Row == clause.Row)), .. stated],
        };
        var changed = DiffProfiles.Run(last, carried).Count > 0;
        return carried with { Version = changed ? last.Version + 1 : last.Version, SignOffs = changed ? [] : last.SignOffs };
    }

    /// <summary>Writes the newest version in place, complete or not at all.</summary>
    public static void Write(string folder, ProfileDocument document)
    {
        Put(Path.Combine(folder, $"icp-v{Format.Whole(document.Version)}.json"), document.ToJson());
        Put(Path.Combine(folder, "icp.json"), document.ToJson());
    }

    /// <summary>Writes a text beside its place and then puts it there.</summary>
    public static void Put(string path, string text)
    {
        var fresh = path + ".new";
        File.WriteAllText(fresh, text, Utf8);
        File.Move(fresh, path, overwrite: true);
    }
}
