using System.Security.Cryptography;
using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Product;

/// <summary>Versions of the profile in a workspace folder: icp.json is the newest, icp-vN.json each version, never rewritten but for sign-offs; icp-draft.json the next one while a review decides on it.</summary>
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

    /// <summary>Writes the next version as a draft; the newest version stays what it is.</summary>
    /// <returns>SHA-256 of what was written, 64 hexadecimal digits.</returns>
    public static string WriteDraft(string folder, ProfileDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.ToJson();
        Put(DraftOf(folder), text);
        return IdOf(text);
    }

    /// <summary>Reads the draft of the next version.</summary>
    /// <returns>The draft with its SHA-256; null where there is none or it cannot be read.</returns>
    public static (ProfileDocument Document, string Id)? ReadDraft(string folder)
    {
        var path = DraftOf(folder);
        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path);
        return ProfileDocument.Read(text, path).TryGet(out var document, out _) ? (document, IdOf(text)) : null;
    }

    /// <summary>SHA-256 of a document as a draft: without signatures.</summary>
    public static string DraftId(ProfileDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return IdOf((document with { SignOffs = [] }).ToJson());
    }

    /// <summary>Forgets the draft: it came into use.</summary>
    public static void DropDraft(string folder) => File.Delete(DraftOf(folder));

    private static string DraftOf(string folder) => Path.Combine(Path.GetFullPath(folder), "icp-draft.json");

    private static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Utf8.GetBytes(text)));

    /// <summary>Writes a text beside its place and then puts it there.</summary>
    public static void Put(string path, string text)
    {
        var fresh = path + ".new";
        File.WriteAllText(fresh, text, Utf8);
        File.Move(fresh, path, overwrite: true);
    }
}
