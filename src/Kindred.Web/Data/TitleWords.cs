using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Web.Data;

/// <summary>Functions and levels of titles in words.</summary>
internal static class TitleWords
{
    /// <summary>What the work is about.</summary>
    public static Wording Of(JobFunction function) => StandardsModule.Label(function);

    /// <summary>The level.</summary>
    public static Wording Of(JobLevel level) => level switch
    {
        JobLevel.Chief => new("대표·최고책임자", "chief, owner"),
        JobLevel.VicePresident => new("임원·본부장", "vice president"),
        JobLevel.Director => new("부장·실장", "director, head"),
        JobLevel.Manager => new("팀장·차장", "manager"),
        JobLevel.Staff => new("실무자", "staff"),
        _ => new("적혀 있지 않음", "not said"),
    };

    /// <summary>Both.</summary>
    public static Wording Of(JobFunction? function, JobLevel level) => function is not { } stated ? Of(level)
        : level == JobLevel.Unknown ? Of(stated) : new Wording($"{Of(stated).Ko} × {Of(level).Ko}", $"{Of(stated).En} × {Of(level).En}");
}
