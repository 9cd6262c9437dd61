using Kindred.Core.Basics;

namespace Kindred.Cli;

/// <summary>--as-of and --due of the verbs about reviews.</summary>
internal static class ReviewDates
{
    public static bool TryRead(string? asOf, string? due, out DateOnly today, out DateOnly? dueOn, out Reason? wrong)
    {
        (dueOn, wrong) = (null, null);
        if (!Days.TryRead(asOf, TimeProvider.System, out today))
        {
            wrong = Days.Unreadable("--as-of", asOf!);
            return false;
        }

        if (due is null)
        {
            return true;
        }

        if (!Days.TryRead(due, TimeProvider.System, out var day))
        {
            wrong = Days.Unreadable("--due", due);
            return false;
        }

        dueOn = day;
        return true;
    }
}
