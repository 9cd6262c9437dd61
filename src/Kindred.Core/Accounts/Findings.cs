using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>Collects counted troubles while facts are read.</summary>
internal sealed class Findings
{
    public List<QualityIssue> Issues { get; } = [];

    /// <summary>Adds a trouble when there is any. In the texts {0} is the count, {1} the total.</summary>
    public void Add(string code, string subject, int count, int total, string ko, string en)
    {
        if (count > 0)
        {
            Issues.Add(new QualityIssue(code, subject, count, total, new Wording(Fill(ko, count, total), Fill(en, count, total))));
        }
    }

    private static string Fill(string text, int count, int total) =>
        text.Replace("{0}", Grouped(count), StringComparison.Ordinal).Replace("{1}", Grouped(total), StringComparison.Ordinal);

    private static string Grouped(int number) => number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
}
