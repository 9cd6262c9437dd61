using Kindred.Core.Basics;
using Kindred.Core.Leads;

namespace Kindred.Product;

/// <summary>Switches what engagement may count as on the card, and whose reading counts nowhere.</summary>
public static class ReadingRule
{
    /// <summary>Codes of the uses, as forms and verbs write them.</summary>
    public static IReadOnlyList<(string Code, EngagementUse Use)> Codes { get; } = [("off", EngagementUse.Off), ("trigger", EngagementUse.Trigger), ("buyability", EngagementUse.Buyability)];

    /// <summary>Sets them.</summary>
    /// <param name="folder">Workspace folder.</param>
    /// <param name="code">off, trigger or buyability; null keeps what is set.</param>
    /// <param name="ignored">Domains and addresses to ignore; null keeps what is set.</param>
    /// <returns>The settings now; refused: <c>reading.no-such-rule</c>, and what reading the settings refuses.</returns>
    public static Result<WorkspaceSettings> Set(string folder, string? code, string? ignored) => WorkspaceSettings.Read(folder).Then(settings =>
    {
        if (code is not null && Codes.All(entry => entry.Code != code))
        {
            return Result.Refused<WorkspaceSettings>("reading.no-such-rule", code, $"'{code}'은(는) 없는 규칙이에요. off, trigger, buyability 가운데 골라 주세요.", $"There is no rule '{code}'. Choose off, trigger or buyability.");
        }

        var now = settings with { Engagement = code is null ? settings.Engagement : Codes.First(entry => entry.Code == code).Use, IgnoredReaders = ignored?.Trim() ?? settings.IgnoredReaders };
        if (now != settings)
        {
            now.Write(folder);
        }

        return Result.Accepted(now);
    });
}
