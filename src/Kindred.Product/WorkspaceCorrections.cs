using System.Text.Json;
using System.Text.Json.Serialization;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Product;

/// <summary>What people corrected in the reading of a workspace's files, with who and when. Kept as corrections.json beside the data, used by every reading, taken back one by one.</summary>
/// <param name="Matches">Decided pairs, in the order they were decided.</param>
/// <param name="Titles">Corrected titles.</param>
public sealed record WorkspaceCorrections(IReadOnlyList<SaidMatch> Matches, IReadOnlyList<SaidTitle> Titles)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "corrections.json";

    private static readonly Lock Turn = new();
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Nothing said.</summary>
    public static WorkspaceCorrections None { get; } = new([], []);

    /// <summary>Reads them; nothing said where the file is missing or cannot be read.</summary>
    public static WorkspaceCorrections Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize<WorkspaceCorrections>(File.ReadAllText(file), Json) is { Matches: not null, Titles: not null } read ? read : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>As the reading of files wants them.</summary>
    public Corrections Spoken() => new(
        [.. Matches.Select(said => new MatchDecision(said.Pair, said.IsSame))],
        Titles.DistinctBy(said => said.Text, StringComparer.Ordinal).ToDictionary(said => said.Text, said => StandardsModule.Title(said.Text, said.Function, said.Level), StringComparer.Ordinal));

    /// <summary>Keeps decisions about pairs; a later one replaces an earlier one about the same pair.</summary>
    public static void Keep(string folder, IReadOnlyList<SaidMatch> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var pairs = said.Select(match => match.Pair).ToHashSet();
        Change(folder, before => before with { Matches = [.. before.Matches.Where(match => !pairs.Contains(match.Pair)), .. said] });
    }

    /// <summary>Takes a decision back: the pair waits again with the next reading.</summary>
    /// <returns>What was taken back; refused: <c>matching.not-decided</c>.</returns>
    public static Result<SaidMatch> TakeBack(string folder, MatchPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        SaidMatch? found = null;
        Change(folder, before => (found = before.Matches.FirstOrDefault(match => match.Pair == pair)) is null ? before : before with { Matches = [.. before.Matches.Where(match => match.Pair != pair)] });
        return found is null ? Result.Refused<SaidMatch>("matching.not-decided", pair.Other, $"'{pair.One}'과(와) '{pair.Other}'에 대한 답이 없어요. 이미 되돌렸을 수 있어요.", $"Nothing was said about '{pair.One}' and '{pair.Other}'. It may have been taken back already.") : Result.Accepted(found);
    }

    /// <summary>Keeps what a title means; a later word replaces an earlier one.</summary>
    public static void Keep(string folder, SaidTitle said)
    {
        ArgumentNullException.ThrowIfNull(said);
        Change(folder, before => before with { Titles = [.. before.Titles.Where(title => title.Text != said.Text), said] });
    }

    /// <summary>Takes the meaning of a title back: the product reads it again.</summary>
    /// <returns>What was taken back; refused: <c>standards.title-not-stated</c>.</returns>
    public static Result<SaidTitle> TakeBack(string folder, string title)
    {
        SaidTitle? found = null;
        Change(folder, before => (found = before.Titles.FirstOrDefault(said => said.Text == title)) is null ? before : before with { Titles = [.. before.Titles.Where(said => said.Text != title)] });
        return found is null ? Result.Refused<SaidTitle>("standards.title-not-stated", title, $"직함 '{title}'의 뜻을 적은 사람이 없어요. 이미 되돌렸을 수 있어요.", $"Nobody stated what the title '{title}' means. It may have been taken back already.") : Result.Accepted(found);
    }

    /// <summary>Takes the file of one folder along to another.</summary>
    public static void Copy(string from, string to)
    {
        if (File.Exists(Path.Combine(from, FileName)))
        {
            File.Copy(Path.Combine(from, FileName), Path.Combine(to, FileName), overwrite: true);
        }
    }

    private static void Change(string folder, Func<WorkspaceCorrections, WorkspaceCorrections> change)
    {
        lock (Turn)
        {
            var before = Read(folder);
            var now = change(before);
            if (!ReferenceEquals(now, before))
            {
                ProfileFolder.Put(Path.Combine(folder, FileName), JsonSerializer.Serialize(now, Json));
            }
        }
    }
}
