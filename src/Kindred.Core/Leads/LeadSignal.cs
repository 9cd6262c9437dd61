using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>A dated event at a company, ready to count as evidence for a trigger.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Kind">What happened.</param>
/// <param name="On">When.</param>
/// <param name="Amount">Amount where known.</param>
/// <param name="Source">How we know, or null.</param>
/// <param name="Text">As written.</param>
public sealed record LeadSignal(int Account, SignalKind Kind, DateOnly On, Money? Amount, string? Source, string Text)
{
    /// <summary>How much it still counts on a day: 2^(−age / half-life), 0–1; nothing before it happened.</summary>
    public double StrengthOn(DateOnly day)
    {
        var age = day.DayNumber - On.DayNumber;
        return age < 0 || Kind == SignalKind.Other ? 0 : Math.Pow(2, -age / SignalKinds.HalfLifeDays(Kind));
    }
}

/// <summary>What the signals of one company come to on a day.</summary>
/// <param name="Strength">1 − Π(1 − strength): one fresh signal is near 1, several old ones add up without passing 1.</param>
/// <param name="Signals">Those that still count at least 5 %, strongest first.</param>
public sealed record TriggerEvidence(double Strength, IReadOnlyList<(LeadSignal Signal, double Strength)> Signals);
