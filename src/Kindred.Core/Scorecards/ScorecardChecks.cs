using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>Every refusal of learning.</summary>
public static class ScorecardChecks
{
    /// <summary>Positives, and negatives, a card is learned from.</summary>
    public const int FewestOfEither = 20;

    /// <summary>Too few of either outcome.</summary>
    public static Reason TooFew(int positives, int negatives) => new("scorecards.too-few", "--target", new Wording(
        $"결과가 있는 행이 {Format.Whole(positives)}개, 없는 행이 {Format.Whole(negatives)}개예요. 각각 {Format.Whole(FewestOfEither)}개부터 점수표를 배울 수 있어요. 지금은 kindred scorecard learn --workspace DIR --mode template으로 시작해 주세요.",
        $"{Format.Whole(positives)} rows with the outcome and {Format.Whole(negatives)} without; a card is learned from {Format.Whole(FewestOfEither)} of each. For now start with kindred scorecard learn --workspace DIR --mode template."));

    /// <summary>Too few decisions to look back on.</summary>
    public static Reason TooFewOutcomes(int have, int need) => new("scorecards.too-few-outcomes", "outcomes", new Wording(
        $"결과가 있는 딜이 {Format.Whole(have)}건이에요. {Format.Whole(need)}건부터 되짚어 볼 수 있어요. 결과를 더 모은 뒤 kindred scorecard learn --workspace로 다시 배워 주세요.",
        $"{Format.Whole(have)} decisions with an outcome; looking back starts at {Format.Whole(need)}. Gather more, then learn again with kindred scorecard learn --workspace."));

    /// <summary>A file of left-out scores that cannot be read.</summary>
    public static Reason BackTestUnreadable(string subject, string found) => new("scorecards.back-test-unreadable", subject, new Wording(
        $"'{subject}'를 읽을 수 없어요: {found}. kindred scorecard learn --workspace로 다시 배우면 새로 적혀요.", $"'{subject}' cannot be read: {found}. kindred scorecard learn --workspace writes it anew."));

    /// <summary>No left-out scores of this card.</summary>
    public static Reason NoBackTest(string subject) => new("scorecards.no-back-test", subject, new Wording(
        $"'{subject}'에는 되짚어 볼 기록이 없어요. 결과 없이 만들었거나, 손으로 고쳤거나, 예전 버전이 배운 점수표예요. kindred scorecard learn --workspace로 다시 배워 주세요.",
        $"There is nothing to look back on for '{subject}': it was made without outcomes, changed by hand, or learned by an earlier version. Learn it again with kindred scorecard learn --workspace."));

    /// <summary>No field is worth a point.</summary>
    public static Reason NothingToLearn(int fields) => new("scorecards.nothing-to-learn", "--target", new Wording(
        $"항목 {Format.Whole(fields)}개 가운데 결과와 이어지는 것이 없어요. 값이 하나뿐이거나 우연과 구별되지 않아요. 특성이 담긴 열을 더해 주세요.",
        $"None of {Format.Whole(fields)} fields goes with the outcome: they hold one value or cannot be told from chance. Add columns with traits."));

    /// <summary>Why a column about our own people carries no points.</summary>
    public static Reason OwnerColumn(string field) => new("scorecards.owner-column", field, new Wording(
        $"'{field}': 우리 쪽 담당을 나타내는 열이에요. 새 리드가 맞는 고객인지는 말해 주지 않아서 점수에 넣지 않았어요. 살 수 있는지를 말해 준다면 --categories에 buyability로 적어 주세요.",
        $"'{field}' names our own people. It says nothing about whether a new lead fits, so it carries no points. If it does speak of buyability, state it so in --categories."));

    /// <summary>Why a column about a contact carries no points.</summary>
    public static Reason PersonColumn(string field) => new("scorecards.person-column", field, new Wording(
        $"'{field}': 회사가 아니라 사람을 설명하는 열이에요. 회사 점수와 사람 점수는 섞지 않아서 점수에 넣지 않았어요. 살 수 있는지를 말해 준다면 --categories에 buyability로 적어 주세요.",
        $"'{field}' describes a person, not the company. Scores of companies and of people are kept apart, so it carries no points. If it does speak of buyability, state it so in --categories."));

    /// <summary>Fields without a category.</summary>
    public static Reason CategoryMissing(IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var some = string.Join(", ", fields.Take(10).Select(field => $"'{field}'"));
        return new Reason("scorecards.category-missing", fields[0], new Wording(
            $"영역이 정해지지 않은 항목이 {Format.Whole(fields.Count)}개 있어요: {some}. --categories 파일(field,category)에 firmographic, technology, trigger, buyability 가운데 하나로 적거나 --ignore로 빼 주세요.",
            $"{Format.Whole(fields.Count)} fields have no category: {some}. Give each one of firmographic, technology, trigger, buyability in a --categories file (field,category), or leave it out by --ignore."));
    }

    /// <summary>A number of attributes out of bounds.</summary>
    public static Reason Attributes(int wanted) => new("scorecards.attributes", "--attributes", new Wording(
        $"--attributes는 1에서 40까지예요. 받은 값: {Format.Whole(wanted)}.", $"--attributes is 1 to 40, not {Format.Whole(wanted)}."));

    /// <summary>A field named that the table does not have.</summary>
    public static Reason NoSuchField(string field, string where) => new("scorecards.no-such-field", field, new Wording(
        $"{where}에 적힌 '{field}'라는 열이 없어요. 파일의 머리글과 똑같이 써 주세요.", $"{where} names '{field}', which is not a column. Write it exactly as in the file's header."));

    /// <summary>Folds that do not fit the table.</summary>
    public static Reason Folds(string found) => new("scorecards.folds", "--folds", new Wording(
        $"--folds가 파일과 맞지 않아요: {found}. 'row,fold' 열이 있고 row는 0부터 모든 행을 한 번씩 담아야 해요.", $"--folds does not fit the file: {found}. It needs the columns 'row,fold', with row from 0 and every row once."));

    /// <summary>A training part with one class only.</summary>
    public static Reason OneClassFold(int fold) => new("scorecards.folds", "--folds", new Wording(
        $"fold {Format.Whole(fold)}을 빼면 결과가 한쪽만 남거나, 그 안에 한쪽만 있어요. 두 결과가 모두 들어가게 나눠 주세요.", $"Fold {Format.Whole(fold)} leaves, or holds, one outcome only. Split so that both occur on either side."));
}
