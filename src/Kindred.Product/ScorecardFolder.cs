using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Product;

/// <summary>Cards of a workspace folder: card-draft.json was learned last, card.json is in use, card-vN.json each version ever used; the evidence stands beside each, and so do the left-out scores for its back-test.</summary>
public static class ScorecardFolder
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes a draft and what is known about it.</summary>
    public static void WriteDraft(string folder, Scorecard card, CardEvidence evidence, BackTestRows? backTest = null)
    {
        Directory.CreateDirectory(folder);
        Put(folder, "card-draft", card, evidence, backTest?.ToJson());
    }

    /// <summary>Writes a draft that a person changed. What was measured was another card, and is left beside it as that.</summary>
    public static void WriteEdited(string folder, Scorecard card) => ProfileFolder.Put(Path.Combine(Path.GetFullPath(folder), "card-draft.json"), CardFile.ToJson(card));

    /// <summary>Writes the card in use as a new version.</summary>
    public static Scorecard Publish(string folder, Scorecard card, CardEvidence? evidence)
    {
        ArgumentNullException.ThrowIfNull(card);
        var version = NextVersion(folder);

        // The card that is put in use is the draft, or the one in use with another cut: its left-out scores stand beside either.
        var backTest = new[] { "card-draft.json", "card.json" }.Select(name => ReadBackTest(Path.Combine(folder, name), card).TryGet(out var rows, out _) ? rows.ToJson() : null).FirstOrDefault(text => text is not null);
        card = card with { Version = version };
        Put(folder, $"card-v{Format.Whole(version)}", card, evidence, backTest);
        Put(folder, "card", card, evidence, backTest);
        return card;
    }

    /// <summary>The number the next card in use gets.</summary>
    public static int NextVersion(string folder)
    {
        var version = 1;
        while (File.Exists(Path.Combine(folder, $"card-v{Format.Whole(version)}.json")))
        {
            version++;
        }

        return version;
    }

    /// <summary>Every version ever in use, newest first; a file that cannot be read is left out.</summary>
    public static IReadOnlyList<Scorecard> Versions(string folder)
    {
        var versions = new List<Scorecard>();
        for (var version = 1; File.Exists(Path.Combine(folder, $"card-v{Format.Whole(version)}.json")); version++)
        {
            if (Read(Path.Combine(folder, $"card-v{Format.Whole(version)}.json")).TryGet(out var found, out _))
            {
                versions.Add(found.Card);
            }
        }

        versions.Reverse();
        return versions;
    }

    /// <summary>The left-out scores of a card that was read from <paramref name="path"/>.</summary>
    /// <returns>The rows; refused: <c>scorecards.no-back-test</c>, <c>scorecards.back-test-unreadable</c>.</returns>
    public static Result<BackTestRows> ReadBackTest(string path, Scorecard card)
    {
        var beside = BackTestBeside(path);
        return !File.Exists(beside)
            ? Result.Refused<BackTestRows>(ScorecardChecks.NoBackTest(path))
            : BackTestRows.Read(File.ReadAllText(beside), beside).Then(rows => rows.CardId == CardEvidence.IdOf(card)
                ? Result.Accepted(rows)
                : Result.Refused<BackTestRows>(ScorecardChecks.NoBackTest(path)));
    }

    /// <summary>Reads a card file, or of a folder the card in use (the draft when nothing is in use, or when asked for), with its evidence where it stands beside it.</summary>
    public static Result<(Scorecard Card, CardEvidence? Evidence, string Path)> Read(string path, bool draft = false)
    {
        var file = path;
        if (Directory.Exists(path))
        {
            var inUse = Path.Combine(path, "card.json");
            file = !draft && File.Exists(inUse) ? inUse : Path.Combine(path, "card-draft.json");
        }

        if (!File.Exists(file))
        {
            return Result.Refused<(Scorecard, CardEvidence?, string)>("scorecards.not-found", path,
                $"'{path}'에 점수표가 없어요. 먼저 kindred scorecard learn --workspace를 실행하거나 card.json을 주세요.",
                $"There is no scorecard at '{path}'. Run kindred scorecard learn --workspace first, or give a card.json.");
        }

        return CardFile.Read(File.ReadAllText(file), file).Then(card =>
        {
            var beside = Beside(file);
            CardEvidence? evidence = null;
            if (File.Exists(beside))
            {
                try
                {
                    evidence = JsonSerializer.Deserialize<CardEvidence>(File.ReadAllText(beside), Options);
                }
                catch (JsonException failure)
                {
                    return Result.Refused<(Scorecard, CardEvidence?, string)>("scorecards.evidence", beside,
                        $"'{beside}'를 읽을 수 없어요: {failure.Message} 점수표를 다시 배워 주세요.", $"'{beside}' cannot be read: {failure.Message} Learn the card again.");
                }
            }

            // Evidence of another card says nothing about this one.
            var id = CardEvidence.IdOf(card);
            return Result.Accepted((card, evidence?.CardId == id ? evidence : null, file));
        });
    }

    private static void Put(string folder, string name, Scorecard card, CardEvidence? evidence, string? backTest)
    {
        var path = Path.Combine(Path.GetFullPath(folder), name + ".json");
        if (backTest is null)
        {
            File.Delete(BackTestBeside(path));
        }
        else
        {
            ProfileFolder.Put(BackTestBeside(path), backTest);
        }

        if (evidence is not null)
        {
            ProfileFolder.Put(Beside(path), JsonSerializer.Serialize(evidence, Options));
        }

        ProfileFolder.Put(path, CardFile.ToJson(card));
    }

    private static string BackTestBeside(string path) => path[..^".json".Length] + ".backtest.json";

    private static string Beside(string path) => path[..^".json".Length] + ".evidence.json";
}
