using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>Why a person passed on a lead.</summary>
public enum PassReason
{
    /// <summary>The industry does not fit.</summary>
    Industry,

    /// <summary>Too small or too large.</summary>
    Size,

    /// <summary>No budget.</summary>
    NoBudget,

    /// <summary>Not now.</summary>
    Timing,

    /// <summary>The person cannot decide.</summary>
    NotTheDecider,

    /// <summary>Uses a competitor.</summary>
    UsesACompetitor,

    /// <summary>Known already under another name.</summary>
    Duplicate,
}

/// <summary>Codes and words of the reasons.</summary>
public static class PassReasons
{
    private static readonly (PassReason Reason, string Code, Wording Label)[] All =
    [
        (PassReason.Industry, "industry", new("업종이 달라요", "industry")),
        (PassReason.Size, "size", new("규모가 달라요", "size")),
        (PassReason.NoBudget, "no-budget", new("예산 없음", "no budget")),
        (PassReason.Timing, "timing", new("시기 아님", "timing")),
        (PassReason.NotTheDecider, "not-the-decider", new("결정권자 아님", "not the decider")),
        (PassReason.UsesACompetitor, "uses-a-competitor", new("경쟁사 사용", "uses a competitor")),
        (PassReason.Duplicate, "duplicate", new("중복", "duplicate")),
    ];

    /// <summary>Codes, in the order of the enum.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(entry => entry.Code)];

    /// <summary>The code that is stored.</summary>
    public static string Code(PassReason reason) => All[(int)reason].Code;

    /// <summary>The reason for people.</summary>
    public static Wording Label(PassReason reason) => All[(int)reason].Label;

    /// <summary>Reads a code or the words of either language, in whatever case.</summary>
    /// <returns>The reason; refused: <c>leads.pass-reason</c>.</returns>
    public static Result<PassReason> Read(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var plain = word.Trim();
        foreach (var (reason, code, label) in All)
        {
            if (string.Equals(plain, code, StringComparison.OrdinalIgnoreCase) || string.Equals(plain, label.En, StringComparison.OrdinalIgnoreCase) || plain == label.Ko)
            {
                return Result.Accepted(reason);
            }
        }

        return Result.Refused<PassReason>(LeadChecks.PassReason(word));
    }
}
