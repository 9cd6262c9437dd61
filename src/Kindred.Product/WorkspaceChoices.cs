using System.Text.Json;
using Kindred.Core.Accounts;

namespace Kindred.Product;

/// <summary>What people said about the files of a workspace: the corrected mapping and the answers to the questions. Kept beside the data, used by every reading.</summary>
/// <param name="Mapping">Corrected mapping; null where everything is recognised anew.</param>
/// <param name="Answers">Answers; defaults where nobody answered.</param>
/// <param name="Corrections">Decided pairs and corrected words; written by <see cref="WorkspaceCorrections"/> only, for it keeps who said so.</param>
public sealed record WorkspaceChoices(Mapping? Mapping, Answers Answers, Corrections Corrections)
{
    private const string MappingName = "mapping.json";
    private const string AnswersName = "answers.json";
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Nothing said.</summary>
    public static WorkspaceChoices None { get; } = new(null, Answers.None, Corrections.None);

    /// <summary>Reads them; nothing said where a file is missing or cannot be read.</summary>
    public static WorkspaceChoices Read(string folder)
    {
        var mapping = Path.Combine(folder, MappingName);
        var answers = Path.Combine(folder, AnswersName);
        return new WorkspaceChoices(
            File.Exists(mapping) && MappingFile.Read(File.ReadAllText(mapping)).TryGet(out var read, out _) ? read : null,
            File.Exists(answers) ? ReadAnswers(File.ReadAllText(answers)) : Answers.None,
            WorkspaceCorrections.Read(folder).Spoken());
    }

    /// <summary>Writes mapping and answers, each complete or not at all.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Mapping is not null)
        {
            ProfileFolder.Put(Path.Combine(folder, MappingName), MappingFile.Write(Mapping));
        }

        ProfileFolder.Put(Path.Combine(folder, AnswersName), JsonSerializer.Serialize(Answers, Options));
    }

    /// <summary>These, with what was said about newer files in front.</summary>
    public WorkspaceChoices With(WorkspaceChoices newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        var tables = (newer.Mapping?.Tables ?? []).ToList();
        tables.AddRange((Mapping?.Tables ?? []).Where(table => tables.All(other => other.Table != table.Table)));
        return new WorkspaceChoices(tables.Count > 0 ? new Mapping(tables, []) : null, new Answers(Joined(newer.Answers.WonStages, Answers.WonStages), Joined(newer.Answers.NewBusiness, Answers.NewBusiness)), Corrections);
    }

    private static IReadOnlyList<string>? Joined(IReadOnlyList<string>? newer, IReadOnlyList<string>? older) => newer is null ? older : older is null ? newer : [.. newer.Union(older, StringComparer.Ordinal)];

    private static Answers ReadAnswers(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Answers>(json, Options) ?? Answers.None;
        }
        catch (JsonException)
        {
            return Answers.None;
        }
    }
}
