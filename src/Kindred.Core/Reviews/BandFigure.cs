namespace Kindred.Core.Reviews;

/// <summary>What became of the leads of a range of scores.</summary>
/// <param name="From">Lowest score.</param>
/// <param name="To">Highest score.</param>
/// <param name="Leads">Leads (or back-tested decisions) that scored in it.</param>
/// <param name="Taken">Taken, of those taken or passed; without rows in a back-test.</param>
/// <param name="Meeting">With a meeting or a deal since, of all.</param>
/// <param name="Won">Won, of those whose deal closed.</param>
/// <param name="Open">Deals still running.</param>
/// <param name="OpenDays">Mean age of the running deals in days; null without any.</param>
/// <param name="Cycle">Days from creation to outcome.</param>
/// <param name="ToValue">Days from winning to first use.</param>
public sealed record BandFigure(int From, int To, int Leads, RateFigure Taken, RateFigure Meeting, RateFigure Won, int Open, double? OpenDays, DaysFigure Cycle, DaysFigure ToValue);
