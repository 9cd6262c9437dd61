using Kindred.Core.Basics;

namespace Kindred.Files;

/// <summary>Something a file leaves open and only a person can say. Nothing is guessed meanwhile.</summary>
/// <param name="Code">Stable code: <c>files.date-order</c>.</param>
/// <param name="Columns">Columns that wait for the answer.</param>
/// <param name="Question">The question in words, with a value from the file.</param>
/// <param name="Answers">Possible answers.</param>
public sealed record TableQuestion(string Code, IReadOnlyList<string> Columns, Wording Question, IReadOnlyList<TableAnswer> Answers);

/// <summary>One possible answer.</summary>
/// <param name="DateOrder">Value for <see cref="TableFileOptions.DateOrder"/>.</param>
/// <param name="Label">What the example then means.</param>
public sealed record TableAnswer(DateOrder DateOrder, Wording Label);
