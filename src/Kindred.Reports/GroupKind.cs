using Kindred.Core.Basics;

namespace Kindred.Reports;

/// <summary>Where a company stands; each has one hue, one shape and one word everywhere.</summary>
public enum GroupKind
{
    /// <summary>All conditions met: teal disc.</summary>
    Core,

    /// <summary>One or two conditions differ: blue diamond.</summary>
    Adjacent,

    /// <summary>Won but not kept: amber triangle.</summary>
    Regret,

    /// <summary>Not for us: violet square.</summary>
    Anti,

    /// <summary>None of these: grey ring.</summary>
    Outside,
}

/// <summary>Words and style names of the groups.</summary>
public static class GroupKindWords
{
    /// <summary>The word shown beside the shape.</summary>
    public static Wording Word(this GroupKind kind) => kind switch
    {
        GroupKind.Core => new Wording("핵심", "Core"),
        GroupKind.Adjacent => new Wording("인접", "Adjacent"),
        GroupKind.Regret => new Wording("샀지만 떠남", "Won, then left"),
        GroupKind.Anti => new Wording("맞지 않음", "Not for us"),
        _ => new Wording("그 밖", "Outside"),
    };

    /// <summary>Class name in the style sheet.</summary>
    internal static string ClassName(this GroupKind kind) => kind switch
    {
        GroupKind.Core => "k-core",
        GroupKind.Adjacent => "k-adjacent",
        GroupKind.Regret => "k-regret",
        GroupKind.Anti => "k-anti",
        _ => "k-outside",
    };
}
