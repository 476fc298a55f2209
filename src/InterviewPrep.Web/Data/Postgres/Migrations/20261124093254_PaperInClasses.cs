using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InterviewPrep.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PaperInClasses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ScannedAnswers_OwnerId_QuestionRevisionId_Attempt",
                table: "ScannedAnswers");

            migrationBuilder.AddColumn<bool>(
                name: "IsOnPaper",
                table: "Submissions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "AssignmentQuestionId",
                table: "ScannedAnswers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AttemptId",
                table: "ScannedAnswers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PinPage",
                table: "MarkComments",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PinX",
                table: "MarkComments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "PinY",
                table: "MarkComments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_ScannedAnswers_AssignmentQuestionId",
                table: "ScannedAnswers",
                column: "AssignmentQuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_ScannedAnswers_AttemptId_AssignmentQuestionId",
                table: "ScannedAnswers",
                columns: new[] { "AttemptId", "AssignmentQuestionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScannedAnswers_OwnerId_QuestionRevisionId_Attempt",
                table: "ScannedAnswers",
                columns: new[] { "OwnerId", "QuestionRevisionId", "Attempt" },
                unique: true,
                filter: "\"AttemptId\" IS NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_ScannedAnswers_AssignmentQuestions_AssignmentQuestionId",
                table: "ScannedAnswers",
                column: "AssignmentQuestionId",
                principalTable: "AssignmentQuestions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_ScannedAnswers_Attempts_AttemptId",
                table: "ScannedAnswers",
                column: "AttemptId",
                principalTable: "Attempts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ScannedAnswers_AssignmentQuestions_AssignmentQuestionId",
                table: "ScannedAnswers");

            migrationBuilder.DropForeignKey(
                name: "FK_ScannedAnswers_Attempts_AttemptId",
                table: "ScannedAnswers");

            migrationBuilder.DropIndex(
                name: "IX_ScannedAnswers_AssignmentQuestionId",
                table: "ScannedAnswers");

            migrationBuilder.DropIndex(
                name: "IX_ScannedAnswers_AttemptId_AssignmentQuestionId",
                table: "ScannedAnswers");

            migrationBuilder.DropIndex(
                name: "IX_ScannedAnswers_OwnerId_QuestionRevisionId_Attempt",
                table: "ScannedAnswers");

            migrationBuilder.DropColumn(
                name: "IsOnPaper",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "AssignmentQuestionId",
                table: "ScannedAnswers");

            migrationBuilder.DropColumn(
                name: "AttemptId",
                table: "ScannedAnswers");

            migrationBuilder.DropColumn(
                name: "PinPage",
                table: "MarkComments");

            migrationBuilder.DropColumn(
                name: "PinX",
                table: "MarkComments");

            migrationBuilder.DropColumn(
                name: "PinY",
                table: "MarkComments");

            migrationBuilder.CreateIndex(
                name: "IX_ScannedAnswers_OwnerId_QuestionRevisionId_Attempt",
                table: "ScannedAnswers",
                columns: new[] { "OwnerId", "QuestionRevisionId", "Attempt" },
                unique: true);
        }
    }
}
