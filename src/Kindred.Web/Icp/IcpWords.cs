using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Reports;

namespace Kindred.Web.Icp;

/// <summary>Words of profiles and patterns, as people read them. <c>proven</c> is a code: people read "held up again".</summary>
public static class IcpWords
{
    /// <summary>Groups of companies in reading order, with their code.</summary>
    public static IReadOnlyList<(string Code, GroupKind Kind)> Groups { get; } = [("core", GroupKind.Core), ("adjacent", GroupKind.Adjacent), ("regret", GroupKind.Regret), ("anti", GroupKind.Anti), ("outside", GroupKind.Outside)];

    /// <summary>Status of a pattern.</summary>
    public static Wording Status(string code) => code switch
    {
        "proven" => new("다시 확인됨", "held up again"),
        "promising" => new("유망함", "promising"),
        _ => new("가설", "hypothesis"),
    };

    /// <summary>What a pattern means for the profile.</summary>
    public static Wording Role(string code) => code switch
    {
        "core" => new("핵심", "core"),
        "buys" => new("사는 곳", "buys"),
        "regret" => new("샀지만 떠남", "won, then left"),
        "try-harder" => new("더 공들일 곳", "try harder"),
        "anti" => new("맞지 않음", "not for us"),
        _ => new("가설", "hypothesis"),
    };

    /// <summary>Where a line comes from.</summary>
    public static Wording Origin(ClauseLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Origin switch
        {
            "held-up" => new("다시 확인됨", "held up again"),
            "hypothesis" => new("가설", "hypothesis"),
            "stated" => Wording.Same(string.Join(" · ", new[] { line.StatedBy, line.StatedOn is { } on ? Format.Date(on) : null }.OfType<string>())) is { Ko.Length: > 0 } who
                ? new("우리 팀의 말 · " + who.Ko, "team's statement · " + who.En) : new("우리 팀의 말", "team's statement"),
            _ => new("아직 몰라요", "unknown"),
        };
    }

    /// <summary>A field that may stand behind a pattern.</summary>
    public static Wording Confounder(string field) => field switch
    {
        "owner" => new("담당자", "owner"),
        "channel" => new("유입 경로", "channel"),
        "quarter" => new("시기", "quarter"),
        _ => Wording.Same(field),
    };

    /// <summary>So many of 100.</summary>
    public static Wording Of100(double rate) => new($"100곳 중 {ProfileSentences.Of100(rate)}곳", $"{ProfileSentences.Of100(rate)} of 100");

    /// <summary>An interval in so many of 100.</summary>
    public static string Interval(double low, double high) => $"{ProfileSentences.Of100(low)}–{ProfileSentences.Of100(high)}";
}
