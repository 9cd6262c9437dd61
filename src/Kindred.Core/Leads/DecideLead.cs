using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>Whether a lead may be taken or passed, by what the log says of it. Stores ask within the transaction that adds the decision, so that of two people only one has it.</summary>
public static class DecideLead
{
    /// <summary>Why a decision cannot be; null when it can.</summary>
    /// <param name="ofLead">The log of that lead, in order.</param>
    /// <param name="decision">What somebody wants to do.</param>
    /// <returns><c>leads.taken-already</c>: another person has it.</returns>
    public static Reason? Refusal(IEnumerable<LeadEvent> ofLead, LeadEvent decision)
    {
        ArgumentNullException.ThrowIfNull(ofLead);
        ArgumentNullException.ThrowIfNull(decision);
        var now = LeadProgress.Of(ofLead);
        return decision.Kind == LeadEventKind.Taken && now.Phase == LeadPhase.Taken && (now.By is null || now.By != decision.By)
            ? LeadChecks.TakenAlready(decision.Lead, now.By, now.Since!.Value)
            : null;
    }
}
