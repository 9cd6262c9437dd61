using System.Text;
using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>The page of steps that goes with the file for a CRM.</summary>
public static class CrmSteps
{
    /// <summary>Markdown, Korean or English.</summary>
    public static string Page(Crm crm, string fileName, Language language)
    {
        var ko = language == Language.Korean;
        var name = crm == Crm.HubSpot ? "HubSpot" : "Salesforce";
        var page = new StringBuilder();
        page.Append(ko ? $"# {name}에 점수 올리기\n\n" : $"# Bring scores into {name}\n\n");
        page.Append(ko ? "## 1. 처음 한 번: 항목 만들기\n\n" : "## 1. Once: create the fields\n\n");
        page.Append(crm == Crm.HubSpot
            ? ko ? "설정 → 속성 → 회사 속성 → 속성 만들기. 이름은 영어 그대로 써 주세요.\n\n" : "Settings → Properties → Company properties → Create property. Use the labels as they stand here.\n\n"
            : ko ? "설정 → 개체 관리자 → 리드(또는 계정) → 필드와 관계 → 새로 만들기.\n\n" : "Setup → Object Manager → Lead (or Account) → Fields & Relationships → New.\n\n");
        page.Append(ko ? "| 열 | 이름 | API 이름 | 종류 |\n| --- | --- | --- | --- |\n" : "| column | label | API name | type |\n| --- | --- | --- | --- |\n");
        foreach (var field in CrmExport.Fields(crm))
        {
            page.Append($"| {field.Column} | {field.Label.In(language)} | `{field.Name}` | {field.Type} |\n");
        }

        page.Append(ko ? "\n## 2. 파일 올리기\n\n" : "\n## 2. Import the file\n\n");
        foreach (var (step, i) in Steps(crm, fileName, ko).Select((step, i) => (step, i)))
        {
            page.Append(Format.Whole(i + 1)).Append(". ").Append(step).Append('\n');
        }

        page.Append(ko
            ? "\n## 3. 알아 두기\n\n- 상태 `explore`: 기준 아래에서 무작위로 뽑힌 리드예요. 점수 없이 판단해 주세요. 그래야 점수표가 계속 배워요.\n- 번호가 없는 리드는 파일에 없어요. 번호를 지어내지 않아요.\n- 시험 운영 중(trial)인 점수표는 아직 검증 전이에요.\n"
            : "\n## 3. Good to know\n\n- State `explore`: drawn at random from below the cut. Judge it without a score, so that the card goes on learning.\n- Leads without a record id are not in the file: no id is ever invented.\n- A card marked trial is not yet validated.\n");
        return page.ToString();
    }

    private static string[] Steps(Crm crm, string file, bool ko) => crm == Crm.HubSpot
        ? ko
            ? ["회사 → 가져오기 → 컴퓨터의 파일 → 파일 하나 → 개체 하나: 회사를 골라요.", $"`{file}`을(를) 올리고 '기존 레코드만 업데이트'를 골라요.", "`Record ID`를 '레코드 ID'에 맞추고, 나머지 열은 위에서 만든 속성에 맞춰요.", "가져오기를 마치고 한 회사를 열어 점수가 보이는지 확인해요."]
            : ["Companies → Import → File from computer → One file → One object: Companies.", $"Upload `{file}` and choose 'Update existing records only'.", "Map `Record ID` to Record ID and the other columns to the properties made above.", "Finish, and open one company to see its score."]
        : ko
            ? ["Data Loader를 열고 Update를 골라요. (데이터 가져오기 마법사에서는 'Salesforce.com ID로 맞추기'를 골라요.)", $"리드(또는 계정) 개체와 `{file}`을(를) 골라요.", "`Id`를 Id에, 나머지 열은 같은 API 이름에 맞춰요 (Auto-Match).", "실행하고 error 파일이 비었는지 확인해요. 번호는 18자라 Excel에서 대소문자가 바뀌어도 드러나요."]
            : ["Open Data Loader and choose Update. (In the Data Import Wizard, match by Salesforce.com ID.)", $"Choose the Lead (or Account) object and `{file}`.", "Map `Id` to Id and the other columns to the API names they bear (Auto-Match).", "Run it and check that the error file is empty. Ids have 18 characters, so that changed capitals show."];
}
