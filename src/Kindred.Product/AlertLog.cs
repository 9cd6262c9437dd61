using System.Text.Json;
using Kindred.Core.Success;

namespace Kindred.Product;

/// <summary>Which alerts a workspace has raised, so that a week's budget is a week's: alerts.json beside the data. A member who opens the page raises; whoever only looks sees what was raised.</summary>
public static class AlertLog
{
    private const string FileName = "alerts.json";

    /// <summary>Older alerts are forgotten: what is said again then is news.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(92);
    private static readonly Lock Turn = new();
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The study with the alerts of this week.</summary>
    /// <param name="snapshot">The workspace. The invented company's data stands still: its alerts are not remembered.</param>
    /// <param name="study">Its study.</param>
    /// <param name="now">Now.</param>
    /// <param name="isRaising">Whether what is raised now is written down; else it is only shown.</param>
    public static SuccessStudy ThisWeek(WorkspaceSnapshot snapshot, SuccessStudy study, DateTimeOffset now, bool isRaising)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(study);
        if (snapshot.IsInvented || snapshot.Facts is not { } facts)
        {
            return study;
        }

        lock (Turn)
        {
            var log = Read(snapshot.Folder);
            var week = RememberAlerts.Run(study.Alerts, account => facts.Companies[account].Key, log, study.Request.AlertsPerWeek, now);
            if (isRaising && week.Fresh.Count > 0)
            {
                Write(snapshot.Folder, [.. log.Where(raised => raised.At > now - Kept), .. week.Fresh]);
            }

            return study with { Alerts = week.Alerts, SpentThisWeek = week.Spent };
        }
    }

    /// <summary>What was raised; nothing where the file is missing or cannot be read.</summary>
    public static IReadOnlyList<RaisedAlert> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? [.. (JsonSerializer.Deserialize<RaisedAlert?[]>(File.ReadAllText(path), Json) ?? []).OfType<RaisedAlert>().Where(raised => raised is { Company: not null, States: not null } && raised.States.All(state => state is { Kind: not null }))] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static void Write(string folder, IReadOnlyList<RaisedAlert> log)
    {
        try
        {
            ProfileFolder.Put(Path.Combine(folder, FileName), JsonSerializer.Serialize(log, Json));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk must not keep anybody from seeing who needs a look; the next look raises them again.
        }
    }
}
