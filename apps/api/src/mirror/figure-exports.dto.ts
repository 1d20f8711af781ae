import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { OwnFigureQuery } from './figures.dto.js';

export class FigureExportQuery extends OwnFigureQuery {
  @ApiProperty({ enum: ['xlsx', 'csv', 'pptx', 'datapackage'] })
  @IsIn(['xlsx', 'csv', 'pptx', 'datapackage'])
  format!: 'xlsx' | 'csv' | 'pptx' | 'datapackage';
}

export class GroupFiguresExportQuery {
  @ApiProperty({ enum: ['xlsx', 'pptx'] })
  @IsIn(['xlsx', 'pptx'])
  format!: 'xlsx' | 'pptx';
}
