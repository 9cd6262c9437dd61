using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>One line of a receipt: a field, or conditions together.</summary>
/// <param name="Field">Column name; for a line of conditions its fields joined by " + ".</param>
/// <param name="Label">Name for people.</param>
/// <param name="Value">The value's bin in words; "unknown" where it is not known.</param>
/// <param name="IsKnown">False for an unknown field, and for conditions that an unknown field leaves undecided.</param>
/// <param name="IsTogether">True for a confirmed interaction.</param>
/// <param name="Points">Points it gives.</param>
/// <param name="MaxPoints">Most it can give.</param>
/// <param name="Rows">Rows of the learning table in that bin: the evidence; 0 in a template.</param>
/// <param name="Positives">How many of them had the outcome.</param>
/// <param name="Category">Category, or null in a free card.</param>
/// <param name="Source">Who or what says so where no file does (a person's answer, a reason to pass, signals); null for values of the files.</param>
public sealed record ReceiptLine(string Field, Wording Label, Wording Value, bool IsKnown, bool IsTogether, int Points, int MaxPoints, int Rows, int Positives, CardCategory? Category, Wording? Source = null);

/// <summary>A possible answer to a question.</summary>
/// <param name="Value">The answer in words; several bins with the same result stand together.</param>
/// <param name="Share">How likely, from the learning rows (equal shares without any).</param>
/// <param name="Expected">Expected score after it.</param>
/// <param name="Reaches">Whether that reaches the cut.</param>
public sealed record LeadAnswer(Wording Value, double Share, double Expected, bool Reaches);

/// <summary>A question whose answer is not known yet.</summary>
/// <param name="Field">Field it asks for.</param>
/// <param name="Text">The question.</param>
/// <param name="Answers">Possible answers, highest score first.</param>
/// <param name="DecisionChange">Probability that the answer turns the decision (reaching the cut or not) around.</param>
/// <param name="ScoreChange">Expected absolute change of the score, in points.</param>
public sealed record LeadQuestion(string Field, Wording Text, IReadOnlyList<LeadAnswer> Answers, double DecisionChange, double ScoreChange);

/// <summary>The fewest changes that bring a lead to the cut.</summary>
/// <param name="Steps">What would have to be otherwise, each in words.</param>
/// <param name="Expected">Expected score then.</param>
public sealed record LeadChange(IReadOnlyList<Wording> Steps, double Expected);

/// <summary>Everything about one lead's score. The total is the sum of the lines.</summary>
/// <param name="Score">Score, expectation, interval and state.</param>
/// <param name="Cut">Score from which a lead is worth a person's time.</param>
/// <param name="Lines">Lines in the card's order, then conditions together.</param>
/// <param name="Questions">Unknown fields, the most decisive first.</param>
/// <param name="Change">The cheapest change that reaches the cut; null when it is reached, or nothing reaches it.</param>
/// <param name="For">At most three reasons for.</param>
/// <param name="Against">At most two against.</param>
/// <param name="Probability">Calibrated probability of the outcome at this score, with its 95 % interval; null without calibration.</param>
/// <param name="Sentence">The score line of the lead card.</param>
/// <param name="Ask">What to ask first, with what each answer leads to; null when nothing is unknown.</param>
public sealed record LeadReceipt(
    RowScore Score,
    int Cut,
    IReadOnlyList<ReceiptLine> Lines,
    IReadOnlyList<LeadQuestion> Questions,
    LeadChange? Change,
    IReadOnlyList<Wording> For,
    IReadOnlyList<Wording> Against,
    (double Value, double Low, double High)? Probability,
    Wording Sentence,
    Wording? Ask)
{
    /// <summary>What is known of the lead and gives no points, for the card asks nothing about it.</summary>
    public IReadOnlyList<Wording> Notes { get; init; } = [];

    /// <summary>Sum of the points of all lines: the score.</summary>
    public int Total => Lines.Sum(line => line.Points);
}
