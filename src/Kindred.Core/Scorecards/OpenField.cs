namespace Kindred.Core.Scorecards;

/// <summary>What an unknown field may turn out to be, with the share of training rows for each.</summary>
internal sealed class OpenField
{
    internal OpenField(PlanField field)
    {
        Field = field;
        Missing = field.Missing;
        Answers = [.. field.Classes.Skip(1)];
        var bins = field.Attribute?.Bins;
        var rows = bins?.Where(bin => bin.Kind != CardBinKind.Missing).Sum(bin => bin.Rows) ?? 0;

        // Without counts every bin is as likely; classes of one bin differ only in lines and share it equally.
        var binCount = Answers.Select(answer => answer.Bin).Distinct().Count();
        Shares = [.. Answers.Select(answer => (rows > 0 ? bins![answer.Bin].Rows / (double)rows : 1.0 / binCount) / Answers.Count(other => other.Bin == answer.Bin))];
        var missing = bins?.First(bin => bin.Kind == CardBinKind.Missing);
        IsMissingLearned = missing is null || missing.Rows > 0 || rows == 0;
        Mean = Answers.Zip(Shares, (answer, share) => answer.Points * share).Sum();
        ExpectedPoints = IsMissingLearned ? Missing.Points : Mean;
        Least = Answers.Min(answer => answer.Points);
        Most = Answers.Max(answer => answer.Points);
    }

    internal PlanField Field { get; }

    internal PlanClass Missing { get; }

    internal PlanClass[] Answers { get; }

    /// <summary>Share of the training rows of each answer; adds up to 1.</summary>
    internal double[] Shares { get; }

    /// <summary>Whether the missing bin's points come from rows (or, in a template, from people) and stand for an unknown value.</summary>
    internal bool IsMissingLearned { get; }

    internal uint LineBits => Field.LineBits;

    /// <summary>Points of a value nobody knows.</summary>
    internal double ExpectedPoints { get; }

    /// <summary>Mean points over the training rows with a value.</summary>
    internal double Mean { get; }

    internal int Least { get; }

    internal int Most { get; }
}
