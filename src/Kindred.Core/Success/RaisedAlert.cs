namespace Kindred.Core.Success;

/// <summary>One reason of an alert as it stood on a day.</summary>
/// <param name="Kind">silent, fall, overdue, risk, renewal.</param>
/// <param name="Severity">More is worse, on the kind's own scale: the share of use lost, the chance of leaving, days past due, points of health missing; 0 for silent.</param>
public sealed record AlertState(string Kind, double Severity)
{
    private const double RiskTimes = 1.25;
    private const double FallStep = 0.1;
    private const double OverdueStep = 30;
    private const double HealthStep = 10;

    /// <summary>Whether this is worse than another state of the same kind, by more than the figures move by themselves: a quarter more chance of leaving, ten points more of use or health lost, thirty days more past due. Silent cannot get worse.</summary>
    /// <param name="before">The state before.</param>
    public bool IsWorseThan(AlertState before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Kind switch
        {
            "risk" => Severity >= RiskTimes * before.Severity,
            "fall" => Severity >= before.Severity + FallStep,
            "overdue" => Severity >= before.Severity + OverdueStep,
            "renewal" => Severity >= before.Severity + HealthStep,
            _ => false,
        };
    }
}

/// <summary>An alert that was raised. Companies are named by their key: numbers can change with new imports.</summary>
/// <param name="Company">Key of the company.</param>
/// <param name="At">When.</param>
/// <param name="States">Its reasons as they stood then.</param>
public sealed record RaisedAlert(string Company, DateTimeOffset At, IReadOnlyList<AlertState> States);

/// <summary>The alerts of a week.</summary>
/// <param name="Alerts">Raised within the last seven days and now, most at stake first; then those that wait, in their order.</param>
/// <param name="Fresh">Raised now.</param>
/// <param name="Spent">Alerts of the last seven days that count against the budget, the fresh ones among them.</param>
public sealed record AlertWeek(IReadOnlyList<Alert> Alerts, IReadOnlyList<RaisedAlert> Fresh, int Spent);
