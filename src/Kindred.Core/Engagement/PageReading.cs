namespace Kindred.Core.Engagement;

/// <summary>What one visit read of one page.</summary>
/// <param name="Page">Page, from 1; 0 where an export gives one time for the whole document.</param>
/// <param name="Tag">What the page is about ("pricing", "security"), or null.</param>
/// <param name="Words">Words on the page; 0 when unknown. Korean text counts two syllable blocks as a word.</param>
/// <param name="ActiveSeconds">Seconds in which the page was in view, the window had the focus and its reader did something within 30 s.</param>
/// <param name="VisibleSeconds">Seconds in view at all, active ones included.</param>
/// <param name="UncertainSeconds">Seconds nobody can vouch for (sleep, a tab that ended without goodbye); in neither of the others.</param>
public sealed record PageReading(int Page, string? Tag, int Words, double ActiveSeconds, double VisibleSeconds, double UncertainSeconds);
